public import PonderCore
import PonderRecord

/// What one row of a run came to: its accuracy with an interval, and what it cost.
///
/// Amounts are means per problem and search. A figure that is not known, such as money without
/// prices or FLOPs without a model's shape, is `nil` and stands in JSON as `null`, never as 0.
public struct SummaryRow: Hashable, Sendable, Codable {
    /// The experiment's name.
    public var run: String
    /// The config's name of the policy model.
    public var model: String
    /// The name of the task.
    public var task: String
    /// The id of the strategy.
    public var strategy: String
    /// The strategy with the settings that tell rows apart.
    public var label: String
    /// The settings of the strategy and the sampling options.
    public var settings: [String: SettingValue]
    /// The config's names of the models, by role.
    public var roles: [String: String]

    /// The problems that have a result.
    public var problems: Int
    /// The problems that the run was going to try.
    public var problemsPlanned: Int
    /// The problems that accuracy is the mean over: those with a search that did not fail.
    public var problemsScored: Int
    /// How many times each problem is tried with other draws.
    public var epochs: Int
    /// Whether every problem has a result in every epoch.
    public var complete: Bool
    /// The searches behind the figures: replays of all problems and epochs.
    public var searches: Int
    /// The searches that failed; they are neither right nor wrong.
    public var failedSearches: Int

    /// The share of problems solved; `nil` if no search succeeded.
    @OrNull public var accuracy: Double?
    /// The lower end of the pointwise 95 % interval of accuracy.
    @OrNull public var accuracyLow: Double?
    /// The upper end of the pointwise 95 % interval of accuracy.
    @OrNull public var accuracyHigh: Double?
    /// How the interval was made: `wilson`, or `bootstrap` over problems.
    @OrNull public var intervalMethod: String?
    /// What accuracy would be if every failed search had been wrong.
    @OrNull public var accuracyIfFailedWrong: Double?
    /// What accuracy would be if every failed search had been right.
    @OrNull public var accuracyIfFailedRight: Double?
    /// How accuracy is estimated: `realised`, or `permutations` of a pool of draws.
    public var estimator: String
    /// The least true shift of this accuracy that so many problems find, at 5 % with power 80 %.
    @OrNull public var minimumDetectableDifference: Double?

    /// The share of problems for which any candidate was right.
    @OrNull public var oracle: Double?
    /// The mean number of candidates of a search.
    @OrNull public var oracleDraws: Double?
    /// Whether the row consults a checker of the statement: `none` or `checker`.
    public var oracleUse: String

    /// Output tokens, thinking included.
    @OrNull public var outputTokensPerProblem: Double?
    /// The part of the output tokens that was thinking.
    @OrNull public var reasoningTokensPerProblem: Double?
    /// Prompt tokens as sent.
    @OrNull public var promptTokensPerProblem: Double?
    /// Output tokens, and prompt tokens with each distinct prompt counted once per search.
    @OrNull public var totalTokensPerProblem: Double?
    /// Output tokens, and prompt tokens as sent.
    @OrNull public var totalTokensUncachedPerProblem: Double?
    /// Attempts at model calls.
    @OrNull public var callsPerProblem: Double?
    /// Money in US dollars, everything as sent.
    @OrNull public var costUSDPerProblem: Double?
    /// Floating-point operations with each distinct prompt computed once per search.
    @OrNull public var flopsPerProblem: Double?
    /// Floating-point operations with every prompt computed for every attempt.
    @OrNull public var flopsUncachedPerProblem: Double?
    /// The modelled critical path in seconds, at the rates that the run states.
    @OrNull public var modelledSecondsPerProblem: Double?
    /// What each role spent.
    public var spendByRole: [String: RoleSpend]

    /// How many problems and epochs ended in each way, in the search that reads draws as taken.
    public var outcomes: [String: Int]
    /// How the row kept its caps.
    public var budget: [BudgetLine]
}
