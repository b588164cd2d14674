/// Writes summaries as plain text, as `ponder summary` prints them.
public enum SummaryTable: Sendable {
    /// A column: its heading with the unit, whether it holds numbers, and a row's cell.
    private struct Column: Sendable {
        var head: String
        var isNumeric = true
        var cell: @Sendable (SummaryRow) -> String
    }

    private static let columns = [
        Column(head: "model", isNumeric: false) { $0.model },
        Column(head: "task", isNumeric: false) { $0.task },
        Column(head: "row", isNumeric: false) {
            $0.label + ($0.oracleUse == "none" ? "" : " [\($0.oracleUse)]")
        },
        Column(head: "problems") {
            $0.problemsScored == $0.problemsPlanned
                ? "\($0.problemsScored)" : "\($0.problemsScored)/\($0.problemsPlanned)"
        },
        Column(head: "accuracy %") { NumberText.percent($0.accuracy) },
        Column(head: "95 % interval") { NumberText.interval($0.accuracyLow, $0.accuracyHigh) },
        Column(head: "detectable pts") { NumberText.percent($0.minimumDetectableDifference) },
        Column(head: "oracle %") { NumberText.percent($0.oracle) },
        Column(head: "draws") { NumberText.amount($0.oracleDraws) },
        Column(head: "FLOPs") { NumberText.metric($0.flopsPerProblem) },
        Column(head: "output tok") { NumberText.amount($0.outputTokensPerProblem) },
        Column(head: "total tok") { NumberText.amount($0.totalTokensPerProblem) },
        Column(head: "calls") { NumberText.amount($0.callsPerProblem) },
        Column(head: "US$") { NumberText.significant($0.costUSDPerProblem) },
        Column(head: "model s") { NumberText.significant($0.modelledSecondsPerProblem) },
        Column(head: "failed") { "\($0.failedSearches)/\($0.searches)" },
    ]

    /// Returns a table with one line for each row; amounts are means per problem and search.
    public static func text(_ rows: [SummaryRow]) -> String {
        guard !rows.isEmpty else { return "no rows\n" }
        let table = PlainTable.text(
            heads: columns.map(\.head),
            numeric: columns.map(\.isNumeric),
            rows: rows.map { row in columns.map { $0.cell(row) } }
        )
        return table + notes(rows).map { "\n" + $0 }.joined()
            + (notes(rows).isEmpty ? "" : "\n")
    }

    private static func notes(_ rows: [SummaryRow]) -> [String] {
        var notes: [String] = []
        for row in rows {
            let name = "\(row.task), \(row.model), \(row.label)"
            if row.failedSearches > 0 {
                let bounds = NumberText.interval(
                    row.accuracyIfFailedWrong,
                    row.accuracyIfFailedRight
                )
                notes.append(
                    "\(name): \(row.failedSearches) of \(row.searches) searches failed and are "
                        + "left out of accuracy, which would lie in \(bounds) % with them."
                )
            }
            if !row.complete { notes.append("\(name): incomplete.") }
            for line in row.budget where line.isKept == false {
                notes.append("\(name): the cap on \(line.unit) was exceeded.")
            }
        }
        return notes
    }
}
