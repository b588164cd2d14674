import PonderCore
import PonderRecord

/// One row of a run with its results gathered problem by problem.
struct RowMeasurement: Sendable {
    /// The run's place among the runs of a report.
    let run: Int
    /// The run's header.
    let header: RunHeader
    /// The row.
    let row: RowDescription
    /// The row's results.
    let results: [ResultRecord]
    /// The problems that have a result, in the task's order.
    let problems: [ProblemMeasurement]

    /// Whether every role that was called has a model with prices.
    let knowsCost: Bool
    /// Whether every role that was called has a model of known shape.
    let knowsFlops: Bool

    /// Gathers the results of a row.
    init(_ row: RowDescription, of log: RunLog, run: Int = 0) {
        self.run = run
        self.row = row
        header = log.header
        results = log.results.filter { $0.row == row.row }
        let knowledge = RoleKnowledge(row: row, header: log.header)
        let called = results.reduce(into: Set([Role.policy])) { roles, result in
            for (role, charge) in result.charged where charge.calls > 0 { roles.insert(role) }
        }
        let knowsCost = called.allSatisfy(knowledge.knowsCost)
        let knowsFlops = called.allSatisfy(knowledge.knowsFlops)
        self.knowsCost = knowsCost
        self.knowsFlops = knowsFlops
        problems =
            Dictionary(grouping: results, by: \.problem).values
            .compactMap { results in
                ProblemMeasurement(results.sorted { $0.epoch < $1.epoch }) { result in
                    SpendFigures(
                        result.total,
                        replays: result.replays,
                        microseconds: result.modelledMicroseconds,
                        knowsCost: knowsCost,
                        knowsFlops: knowsFlops
                    )
                }
            }
            .sorted { ($0.index, $0.id) < ($1.index, $1.id) }
    }

    /// What the header says of the row's task.
    var task: TaskDescription? { header.tasks.first { $0.name == row.task } }

    /// The problems that accuracy is the mean over.
    var scored: [ProblemMeasurement] { problems.filter { $0.accuracy != nil } }

    /// The models' names by role, the policy included.
    var roles: [Role: String] {
        [.policy: row.model].merging(row.roles) { _, bound in bound }
    }

    /// Whether any role but the policy is bound or was charged.
    var usesOtherRoles: Bool {
        roles.keys.contains { $0 != .policy }
            || results.contains { $0.charged.keys.contains { $0 != .policy } }
    }

    /// The mean spend of a search; `nil` without results.
    var spend: SpendFigures? { SpendFigures.mean(problems.map(\.spend)) }

    /// Whether every problem has a result in every epoch.
    var isComplete: Bool {
        guard let task else { return false }
        return results.count >= task.problems * header.epochs
    }
}
