public import Ponder
public import PonderRecord

/// One row of a run, ready to be searched.
public struct PlannedRow: Sendable {
    /// What the log says of it.
    public var description: RowDescription

    /// The place of its task in the plan.
    public var task: Int

    /// The strategy.
    public var strategy: any Strategy

    /// How the policy draws.
    public var sampling: SamplingOptions

    /// The strings that end the policy's replies.
    public var stop: [String]

    /// Creates a row.
    public init(
        description: RowDescription,
        task: Int,
        strategy: any Strategy,
        sampling: SamplingOptions,
        stop: [String]
    ) {
        self.description = description
        self.task = task
        self.strategy = strategy
        self.sampling = sampling
        self.stop = stop
    }

    /// Whether accuracy is an expectation over permutations of a pool of draws.
    package var usesPool: Bool { description.estimator == Estimator.permutations.rawValue }
}
