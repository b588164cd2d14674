import PonderCore
import PonderRecord

/// Finds the rows that a row is held against: drawing once, and voting over several draws.
enum Baseline {
    /// The id of the strategy that draws once.
    static let single = "single"
    /// The id of the strategy that votes over several draws.
    static let vote = "self-consistency"

    /// The setting of ``vote`` that makes its curve.
    private static let draws = "draws"

    /// Returns the rows of the baseline's curve for a row, those of its own run if there are any.
    ///
    /// They have the same task, problems and policy model, and agree with the row in every setting
    /// that tells rows apart and that the row has too, but for the number of draws.
    static func curve(for row: RowMeasurement, among rows: [RowMeasurement]) -> [RowMeasurement] {
        let fitting = rows.filter { fits($0, row) && !$0.scored.isEmpty }
        let own = fitting.filter { $0.run == row.run }
        return own.isEmpty ? fitting : own
    }

    /// Returns the row that paired differences are taken from: one draw, else the shortest vote,
    /// else the first row of the same model.
    static func reference(
        for row: RowMeasurement,
        among rows: [RowMeasurement]
    ) -> RowMeasurement? {
        let curve = curve(for: row, among: rows)
        if let single = curve.first(where: { $0.row.strategy == single }) { return single }
        let votes = curve.sorted {
            ($0.spend?.outputTokens ?? .infinity) < ($1.spend?.outputTokens ?? .infinity)
        }
        return votes.first
            ?? rows.first {
                $0.run == row.run && $0.row.model == row.row.model && isSameTask($0, row)
            }
    }

    private static func fits(_ candidate: RowMeasurement, _ row: RowMeasurement) -> Bool {
        guard [single, vote].contains(candidate.row.strategy), isSameTask(candidate, row),
            identity(candidate) == identity(row)
        else { return false }
        return candidate.row.labelKeys.allSatisfy { key in
            guard key != draws, let wanted = row.row.settings[key] else { return true }
            return candidate.row.settings[key] == wanted
        }
    }

    private static func isSameTask(_ first: RowMeasurement, _ second: RowMeasurement) -> Bool {
        first.row.task == second.row.task && first.task?.digest == second.task?.digest
    }

    /// What the policy's draws are keyed by.
    private static func identity(_ row: RowMeasurement) -> String {
        let model = row.header.models.first { $0.name == row.row.model }
        return model?.identity.description ?? row.row.model
    }
}
