/// The first line of a run log: everything that the run was going to do.
public struct RunHeader: Hashable, Sendable, Codable {
    /// The format that this version writes; readers accept any with the same major number.
    public static let currentSchema = "ponder.run/1.0"

    /// The format and version of the log.
    public var schema: String

    /// The experiment's name.
    public var name: String

    /// The version of the program that wrote the log.
    public var ponder: String

    /// The seed of the run.
    public var seed: UInt64

    /// How many times each problem is tried with another stream of draws.
    public var epochs: Int

    /// How many draws per problem the run takes for expectations; `nil` for realised runs.
    public var pool: Int?

    /// The fully resolved config as YAML, without secrets.
    public var config: String

    /// The hash of everything in the config that can change a result.
    public var configDigest: String

    /// Why two executions may differ; empty when the run is repeatable byte for byte.
    public var notRepeatable: [String]

    /// The models.
    public var models: [ModelDescription]

    /// The tasks.
    public var tasks: [TaskDescription]

    /// The rows: one strategy setting over all problems of one task each.
    public var rows: [RowDescription]

    /// Creates a header.
    public init(
        schema: String = RunHeader.currentSchema,
        name: String,
        ponder: String,
        seed: UInt64,
        epochs: Int,
        pool: Int?,
        config: String,
        configDigest: String,
        notRepeatable: [String],
        models: [ModelDescription],
        tasks: [TaskDescription],
        rows: [RowDescription]
    ) {
        self.schema = schema
        self.name = name
        self.ponder = ponder
        self.seed = seed
        self.epochs = epochs
        self.pool = pool
        self.config = config
        self.configDigest = configDigest
        self.notRepeatable = notRepeatable
        self.models = models
        self.tasks = tasks
        self.rows = rows
    }
}
