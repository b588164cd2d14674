public import PonderCore

/// A config that has been checked and resolved: everything that a run is going to do.
///
/// Two experiments are equal if they would do the same; where their files say so does not count.
public struct Experiment: Sendable {
    /// The name, which is also a file name.
    public var name: String

    /// The seed of the run.
    public var seed: UInt64

    /// Where draws are recorded.
    public var bank: BankChoice

    /// How many draws per problem expectations are taken from; `nil` for realised runs.
    public var pool: Int?

    /// The models, in file order, those that no row uses included.
    public var models: [ModelConfig]

    /// The tasks, sweeps expanded, in file order.
    public var tasks: [TaskPlan]

    /// The rows, in the order in which they are numbered.
    public var rows: [RowPlan]

    /// What this invocation may be billed.
    public var spendLimit: Budget

    /// How many times each problem is tried, each time with another stream of draws.
    public var epochs: Int

    /// The most calls in flight per model.
    public var concurrency: Int

    /// The most problems that are open at once.
    public var problemsInFlight: Int

    /// How failed calls are tried again.
    public var retries: RetryPolicy

    /// The resolved config: defaults filled in, secrets as references, in a fixed order.
    ///
    /// Read again under the same path it gives an equal experiment.
    public var resolvedYAML: String

    /// The hash of everything that can change a result.
    ///
    /// Not in it: the name, the bank, the spend limit, the concurrencies, the retries, secrets,
    /// how a model is reached, and models that no row uses.
    public var configDigest: Digest

    /// Where the file says what.
    public var sources: ExperimentSources

    /// The model of a name.
    public func model(_ name: String) -> ModelConfig? { models.first { $0.name == name } }
}

extension Experiment: Equatable {
    /// Whether two experiments would do the same.
    public static func == (left: Experiment, right: Experiment) -> Bool {
        left.name == right.name && left.seed == right.seed && left.bank == right.bank
            && left.pool == right.pool && left.models == right.models && left.tasks == right.tasks
            && left.rows == right.rows && left.spendLimit == right.spendLimit
            && left.epochs == right.epochs && left.concurrency == right.concurrency
            && left.problemsInFlight == right.problemsInFlight && left.retries == right.retries
            && left.resolvedYAML == right.resolvedYAML && left.configDigest == right.configDigest
    }
}
