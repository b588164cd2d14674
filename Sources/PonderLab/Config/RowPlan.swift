public import Ponder
public import PonderCore

/// One row of an experiment: a strategy at one setting, on one task, with one binding of models.
public struct RowPlan: Hashable, Sendable {
    /// The row's number, from 0.
    public var row: Int

    /// The index of its task in ``Experiment/tasks``.
    public var task: Int

    /// The names of the models by role: the policy and every role that the strategy uses.
    public var roles: [Role: String]

    /// The id of the strategy.
    public var strategy: String

    /// The strategy's settings, defaults filled in, without those of verifiers it does not use.
    public var settings: [String: SettingValue]

    /// How the policy draws.
    public var sampling: SamplingOptions

    /// The strings that end the policy's replies.
    public var stop: [String]

    /// The caps of each problem.
    public var perProblem: Budget

    /// The caps of the row over all its problems.
    public var perRow: Budget

    /// How accuracy is estimated.
    public var estimator: Estimator

    /// What the strategy needs of the models.
    public var needs: StrategyNeeds

    /// The settings and the sampling options by config key, and whatever else tells rows apart.
    ///
    /// The caps are there as `per-problem-…` and `per-row-…`, the models of roles as `…-model`, but
    /// only where they differ between rows of the strategy.
    public var loggedSettings: [String: SettingValue]

    /// Which of ``loggedSettings`` a label shows: draws, verifier, and what differs between rows of
    /// the strategy; sorted.
    public var labelKeys: [String]
}
