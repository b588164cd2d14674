import Ponder
import PonderRecord

/// What calls of a run share their draws.
struct ForecastKey: Hashable, Comparable {
    var task: Int
    var role: Role
    var model: String
    var details: String

    init(_ row: PlannedRow, role: Role) {
        task = row.task
        self.role = role
        model = row.description.roles[role] ?? row.description.model
        let calls = row.strategy.needs.verifierCalls
        details =
            role == .policy
            ? "\(row.sampling) \(row.stop)"
            : "\(row.description.model) \(row.sampling) \(calls.map { "\($0)" } ?? "")"
    }

    static func < (left: ForecastKey, right: ForecastKey) -> Bool {
        (left.task, left.role, left.model, left.details)
            < (right.task, right.role, right.model, right.details)
    }
}
