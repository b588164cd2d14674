/// Writes comparisons as plain text, as `ponder compare` prints them.
public enum ComparisonTable: Sendable {
    /// Returns a table with one line for each comparison, and the notes of all below it.
    public static func text(_ comparisons: [Comparison]) -> String {
        guard !comparisons.isEmpty else {
            return "the runs share no task: there is nothing to compare\n"
        }
        let rows = comparisons.map { comparison in
            [
                comparison.first.task, name(comparison.first), name(comparison.second),
                "\(comparison.problems)", NumberText.percent(comparison.first.accuracy),
                NumberText.percent(comparison.second.accuracy),
                NumberText.probability(comparison.adjustedP),
                NumberText.factor(ratio(comparison)?.value), comparison.verdict,
                comparison.equalSpend?.verdict ?? NumberText.missing,
            ]
        }
        let axis = comparisons.lazy.compactMap { ratio($0)?.axis.noun }.first ?? "spend"
        let equal = comparisons.lazy.compactMap { $0.equalSpend?.axis?.noun }.first ?? "spend"
        let table = PlainTable.text(
            heads: [
                "task", "first", "second", "problems", "first %", "second %", "p (Holm)",
                "\(axis) ratio", "first minus second, points",
                "first minus baseline at equal \(equal), points",
            ],
            numeric: [false, false, false, true, true, true, true, true, false, false],
            rows: rows
        )
        var notes: [String] = []
        for comparison in comparisons {
            for note in comparison.notes where !notes.contains(note) { notes.append(note) }
            if comparison.unpaired > 0 {
                notes.append(
                    "\(comparison.first.label) and \(comparison.second.label): "
                        + "\(comparison.unpaired) problems have no counterpart and are left out"
                )
            }
        }
        return table + (notes.isEmpty ? "" : "\n" + notes.joined(separator: "\n") + "\n")
    }

    private static func name(_ row: Comparison.Row) -> String {
        "\(row.run): \(row.model), \(row.label)"
    }

    private static func ratio(_ comparison: Comparison) -> (axis: SpendAxis, value: Double)? {
        for axis in SpendAxis.allCases {
            if let value = comparison.spendRatio[axis.rawValue] { return (axis, value) }
        }
        return nil
    }
}
