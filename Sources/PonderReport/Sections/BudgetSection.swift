/// Holds the caps against what was charged.
enum BudgetSection {
    static func make(_ data: ReportData) -> [ReportSection] {
        let rows = data.rows.flatMap { row in
            row.summary.budget.map { line in
                [
                    ReportTable.Cell("\(row.summary.task), \(row.name)"),
                    ReportTable.Cell(line.scope == .problem ? "each search" : "whole row"),
                    ReportTable.Cell(unit(line.unit)), kept(line),
                    ReportTable.Cell(basis(line.basis)), amount(line.cap, unit: line.unit),
                    amount(line.used, unit: line.unit),
                    ReportTable.Cell(
                        NumberText.percent(
                            line.used.flatMap { line.cap > 0 ? $0 / line.cap : nil }
                        )
                    ),
                ]
            }
        }
        let block: ReportBlock =
            rows.isEmpty
            ? .paragraph("No row had a cap.")
            : .table(
                ReportTable(
                    "Was every cap kept? Caps count prompts as they are sent.",
                    text: ["Row", "Cap on", "Unit", "Kept", "Figure"],
                    numbers: ["Cap", "Used", "Used, %"],
                    rows: rows
                )
            )
        guard !data.rows.isEmpty else { return [] }
        return [
            ReportSection(
                anchor: "budgets",
                title: "Budgets",
                question: "Did every search and every row stay below its caps?",
                blocks: [block]
            )
        ]
    }

    private static func kept(_ line: BudgetLine) -> ReportTable.Cell {
        switch line.isKept {
        case true: ReportTable.Cell("yes", .good)
        case false: ReportTable.Cell("no", .bad)
        case nil: ReportTable.Cell("not known", .muted)
        }
    }

    private static func basis(_ basis: BudgetLine.Basis) -> String {
        switch basis {
        case .largest: "largest search"
        case .largestMean: "largest mean over replays"
        case .total: "total"
        }
    }

    private static func unit(_ unit: String) -> String {
        switch unit {
        case "outputTokens": "output tokens"
        case "totalTokens": "total tokens"
        case "costUSD": "US$"
        case "flops": "FLOPs"
        default: unit
        }
    }

    private static func amount(_ value: Double?, unit: String) -> ReportTable.Cell {
        switch unit {
        case "costUSD": ReportTable.Cell(NumberText.dollars(value))
        case "flops": ReportTable.Cell(NumberText.metric(value))
        default: ReportTable.Cell(NumberText.amount(value))
        }
    }
}
