/// The sections of a report, in order.
///
/// A new section is a function of ``ReportData`` in `Sections/`, listed here. It returns nothing
/// where the runs hold nothing to say about.
enum ReportLayout {
    /// A maker of sections.
    typealias Maker = @Sendable (ReportData) -> [ReportSection]

    /// The makers in the order of their sections.
    static let makers: [Maker] = [
        FindingsSection.make,
        RunsSection.make,
        TaskSections.make,
        SpendSection.make,
        OutcomesSection.make,
        BudgetSection.make,
        ProvenanceSection.make,
        ReproduceSection.make,
    ]

    /// Returns the report of some runs.
    static func document(_ data: ReportData) -> ReportDocument {
        ReportDocument(
            title: data.title,
            subtitle: subtitle(data),
            sections: makers.flatMap { $0(data) }
        )
    }

    private static func subtitle(_ data: ReportData) -> String {
        let problems = data.tasks.map { task in
            "\(task.title): \(task.rows.map(\.summary.problems).max() ?? 0) problems"
        }
        let runs = data.logs.count == 1 ? "1 run" : "\(data.logs.count) runs"
        let rows = data.rows.count == 1 ? "1 row" : "\(data.rows.count) rows"
        return ([runs, rows] + problems).joined(separator: " · ")
    }
}
