/// Shows what each role of each row spent.
enum SpendSection {
    static func make(_ data: ReportData) -> [ReportSection] {
        let tables = data.tasks.map { task in
            let rows = task.rows.flatMap { row in
                row.summary.spendByRole.sorted { $0.key < $1.key }.map { role, spend in
                    [
                        ReportTable.Cell(row.name), ReportTable.Cell(role),
                        ReportTable.Cell(spend.model ?? NumberText.missing),
                        ReportTable.Cell(NumberText.amount(spend.calls)),
                        ReportTable.Cell(NumberText.amount(spend.outputTokens)),
                        ReportTable.Cell(NumberText.amount(spend.totalTokens)),
                        ReportTable.Cell(NumberText.metric(spend.flops)),
                        ReportTable.Cell(NumberText.dollars(spend.costUSD)),
                    ]
                }
            }
            return ReportBlock.table(
                ReportTable(
                    "\(task.title): who spent how much, as a mean per problem?",
                    text: ["Row", "Role", "Model"],
                    numbers: ["Calls", "Output tokens", "Total tokens", "FLOPs", "Money, US$"],
                    rows: rows
                )
            )
        }
        guard !tables.isEmpty else { return [] }
        return [
            ReportSection(
                anchor: "spend",
                title: "Spend by role",
                question: "How much goes into proposing, and how much into checking?",
                blocks: tables
            )
        ]
    }
}
