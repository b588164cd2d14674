public import Ponder
public import PonderRecord

/// Everything that a run is going to do, checked and loaded.
public struct RunPlan: Sendable {
    /// The first line of the log.
    public var header: RunHeader

    /// The tasks.
    public var tasks: [PlannedTask]

    /// The rows.
    public var rows: [PlannedRow]

    /// The models, by the config's names.
    public var endpoints: [String: ModelEndpoint]

    /// How many problems may be open at a time, where they do not share a pot.
    public var problemsInFlight: Int

    /// The most that the invocation may be billed.
    public var spendLimit: Budget

    /// Creates a plan.
    public init(
        header: RunHeader,
        tasks: [PlannedTask],
        rows: [PlannedRow],
        endpoints: [String: ModelEndpoint],
        problemsInFlight: Int,
        spendLimit: Budget
    ) {
        self.header = header
        self.tasks = tasks
        self.rows = rows
        self.endpoints = endpoints
        self.problemsInFlight = problemsInFlight
        self.spendLimit = spendLimit
    }

    /// The root of the run's random choices.
    var seed: Seed { Seed(header.seed) }

    /// The endpoints of a row, by role.
    func endpoints(of row: PlannedRow) -> [Role: ModelEndpoint] {
        row.description.roles.compactMapValues { endpoints[$0] }
    }

    /// The most alternatives per position that any row reads of each model's replies.
    ///
    /// Every call of a model asks for as many, so that one recorded draw serves all rows.
    func logProbabilities(of row: PlannedRow) -> [Role: Int] {
        var most: [String: Int] = [:]
        for other in rows {
            for (role, count) in other.strategy.needs.logProbabilities {
                guard let model = other.description.roles[role] else { continue }
                most[model] = max(most[model] ?? 0, count)
            }
        }
        return row.description.roles.compactMapValues { most[$0] }
    }
}
