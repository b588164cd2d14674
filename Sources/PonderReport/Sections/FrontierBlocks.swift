/// Says which rows no other row beats on both spend and accuracy, and how sure that is.
enum FrontierBlocks {
    static func make(_ task: TaskAnalysis) -> [ReportBlock] {
        let axes = task.axes.filter { $0.probabilities.count > 1 }
        guard !axes.isEmpty else { return [] }
        let rows = task.rows.map { row in
            [ReportTable.Cell(row.name)]
                + axes.map { axis -> ReportTable.Cell in
                    guard let probability = axis.probabilities[row.id] else {
                        return ReportTable.Cell(NumberText.missing, .muted)
                    }
                    let isMember = axis.frontier.contains { $0.id == row.id }
                    let text = NumberText.fixed(probability * 100, 0)
                    return ReportTable.Cell(
                        isMember ? "● \(text)" : text,
                        isMember ? .good : .plain
                    )
                }
        }
        let counts = Set(axes.map(\.problems)).sorted().map { "\($0)" }.joined(separator: " or ")
        let table = ReportTable(
            "Which rows are worth their spend, and how sure is that? ● marks rows on the observed "
                + "Pareto frontier: none is at most as dear and at least as accurate. Numbers are "
                + "the share of resamples, in percent, in which the row is on it; all are computed "
                + "on the \(counts) problems that all these rows have scored.",
            text: ["Row"],
            numbers: axes.map { "P(frontier), \($0.axis.name)" },
            rows: rows
        )
        return [.heading("Pareto frontier"), .table(table)]
    }
}
