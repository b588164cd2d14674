import PonderRecord

/// Counts how searches ended, and lists what failed.
enum OutcomesSection {
    /// The most messages that are listed.
    private static let most = 8

    static func make(_ data: ReportData) -> [ReportSection] {
        let kinds = ResultRecord.Outcome.allCases
        let tables = data.tasks.map { task in
            let rows = task.rows.map { row in
                [ReportTable.Cell(row.name)]
                    + kinds.map { kind -> ReportTable.Cell in
                        let count = row.summary.outcomes[kind.rawValue] ?? 0
                        let tone: ReportTable.Tone =
                            count == 0 ? .muted : (kind == .failed ? .bad : .plain)
                        return ReportTable.Cell("\(count)", tone)
                    }
                    + [
                        ReportTable.Cell(
                            "\(row.summary.failedSearches) of \(row.summary.searches)",
                            row.summary.failedSearches > 0 ? .bad : .muted
                        )
                    ]
            }
            return ReportBlock.table(
                ReportTable(
                    "\(task.title): how did the searches end? Counted once per problem and epoch, "
                        + "in the search that reads the draws as they were taken. Unparsable, "
                        + "truncated, refused, empty and unaffordable searches are not right; "
                        + "failed ones are left out of accuracy. The last column counts all "
                        + "replays.",
                    text: ["Row"],
                    numbers: kinds.map { title($0) } + ["Failed searches"],
                    rows: rows
                )
            )
        }
        guard !tables.isEmpty else { return [] }
        return [
            ReportSection(
                anchor: "outcomes",
                title: "Outcomes",
                question: "How many searches gave an answer, and why did the others not?",
                blocks: tables + failures(data)
            )
        ]
    }

    private static func failures(_ data: ReportData) -> [ReportBlock] {
        var counts: [String: Int] = [:]
        for result in data.logs.flatMap(\.results) {
            if let error = result.error { counts[error, default: 0] += 1 }
        }
        guard !counts.isEmpty else { return [] }
        let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let rows = ordered.prefix(most).map { message, count in
            [ReportTable.Cell(message), ReportTable.Cell("\(count)")]
        }
        var blocks: [ReportBlock] = [
            .heading("Failures"),
            .table(
                ReportTable(
                    "What went wrong, and how often?",
                    text: ["Message"],
                    numbers: ["Results"],
                    rows: Array(rows)
                )
            ),
        ]
        if ordered.count > most {
            blocks.append(.paragraph("\(ordered.count - most) rarer messages are in the log."))
        }
        return blocks
    }

    private static func title(_ outcome: ResultRecord.Outcome) -> String {
        switch outcome {
        case .answered: "Answered"
        case .unparsable: "Unparsable"
        case .truncated: "Truncated"
        case .refused: "Refused"
        case .empty: "Empty"
        case .failed: "Failed"
        case .unaffordable: "Unaffordable"
        }
    }
}
