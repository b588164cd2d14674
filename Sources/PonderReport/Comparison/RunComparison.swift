import PonderCore
public import PonderRecord

/// Compares the rows of two runs, as `ponder compare` does.
public enum RunComparison: Sendable {
    /// What makes a row of one run the counterpart of a row of the other.
    private struct Key: Hashable {
        var task: String
        var model: String
        var roles: [Role: String]
        var strategy: String
        var settings: [String: SettingValue]
    }

    /// Compares rows of the first run with rows of the second, first less second.
    ///
    /// A row is compared with the row of the same task, models, strategy and settings. Where a task
    /// has no such pair, each of its rows is compared with each of the other run's. P-values are
    /// adjusted for all comparisons of a task. Each first row is also held against the second
    /// run's baseline curve at equal spend, or against its own run's if the second has none.
    ///
    /// - Returns: the comparisons by task and row; empty when the runs share no task.
    public static func comparisons(of first: RunLog, with second: RunLog) -> [Comparison] {
        let firstRows = first.header.rows.map { RowMeasurement($0, of: first, run: 0) }
        let secondRows = second.header.rows.map { RowMeasurement($0, of: second, run: 1) }
        var comparer = RowComparer()
        var tasks: [String] = []
        for row in firstRows where !tasks.contains(row.row.task) { tasks.append(row.row.task) }
        return tasks.flatMap { task in
            let pairs = pairs(
                firstRows.filter { $0.row.task == task },
                secondRows.filter { $0.row.task == task }
            )
            let comparisons = pairs.map { pair in
                var comparison = comparer.compare(pair.0, minus: pair.1)
                let theirs = Baseline.curve(for: pair.0, among: secondRows)
                let curve = theirs.isEmpty ? Baseline.curve(for: pair.0, among: firstRows) : theirs
                comparison.equalSpend = comparer.compare(
                    pair.0,
                    atEqualSpendWith: curve,
                    on: RowComparer.mainAxis(of: [pair.0] + curve)
                )
                return comparison
            }
            return RowComparer.adjust(comparisons)
        }
    }

    /// Returns comparisons as JSON text: an array with one comparison a line, keys sorted.
    ///
    /// - Throws: never for comparisons made by this type, whose numbers are finite.
    public static func json(_ comparisons: [Comparison]) throws -> String {
        try JSONLines.array(comparisons)
    }

    private static func pairs(
        _ first: [RowMeasurement],
        _ second: [RowMeasurement]
    ) -> [(RowMeasurement, RowMeasurement)] {
        let matched = first.compactMap { row in
            second.first { key($0) == key(row) }.map { (row, $0) }
        }
        guard matched.isEmpty else { return matched }
        return first.flatMap { row in second.map { (row, $0) } }
    }

    private static func key(_ row: RowMeasurement) -> Key {
        Key(
            task: row.row.task,
            model: row.row.model,
            roles: row.roles,
            strategy: row.row.strategy,
            settings: row.row.settings
        )
    }
}
