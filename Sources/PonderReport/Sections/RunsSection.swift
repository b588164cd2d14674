import PonderRecord

/// Lists the runs of the report.
enum RunsSection {
    static func make(_ data: ReportData) -> [ReportSection] {
        guard !data.logs.isEmpty else { return [] }
        let rows = data.logs.enumerated().map { index, log -> [ReportTable.Cell] in
            let header = log.header
            let own = data.rows.filter { $0.measurement.run == index }
            let tasks = header.tasks.map { "\($0.name) (\($0.problems))" }
            let repeatable: ReportTable.Cell = header.notRepeatable.isEmpty ? "yes" : "no"
            return [
                ReportTable.Cell(header.name), ReportTable.Cell(tasks.joined(separator: ", ")),
                ReportTable.Cell(header.models.map(\.name).joined(separator: ", ")),
                status(log, rows: own), repeatable, ReportTable.Cell(header.ponder),
                ReportTable.Cell("\(header.seed)"), ReportTable.Cell("\(own.count)"),
                ReportTable.Cell("\(header.epochs)"),
                ReportTable.Cell(header.pool.map { "\($0)" } ?? NumberText.missing),
            ]
        }
        let table = ReportTable(
            "Which runs does this report read?",
            text: ["Run", "Tasks (problems)", "Models", "State", "Repeatable", "Version"],
            numbers: ["Seed", "Rows", "Epochs", "Draws in the pool"],
            rows: rows
        )
        return [
            ReportSection(
                anchor: "runs",
                title: "What was run",
                question: "Which models tried which problems, and is the run whole?",
                blocks: [.table(table)]
            )
        ]
    }

    private static func status(_ log: RunLog, rows: [ReportRow]) -> ReportTable.Cell {
        if rows.allSatisfy(\.summary.complete), !rows.isEmpty {
            return ReportTable.Cell("complete", .good)
        }
        switch log.end?.status {
        case .interrupted: return ReportTable.Cell("interrupted", .bad)
        case .spendLimit: return ReportTable.Cell("ended by the spend limit", .bad)
        case .failed: return ReportTable.Cell("ended by an error", .bad)
        case .complete, nil: return ReportTable.Cell("incomplete", .bad)
        }
    }
}
