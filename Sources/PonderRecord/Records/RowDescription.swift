public import PonderCore

/// One row of a run: a strategy at one setting, on one task, with one binding of models.
public struct RowDescription: Hashable, Sendable, Codable {
    /// The row's number in the run, from 0.
    public var row: Int

    /// The config's name of the policy model.
    public var model: String

    /// The models by role, where more than the policy is bound.
    public var roles: [Role: String]

    /// The name of the task.
    public var task: String

    /// The id of the strategy.
    public var strategy: String

    /// The strategy's settings and the sampling options, by config key; sweeps already expanded.
    public var settings: [String: SettingValue]

    /// Which of the settings a label has to show: those that tell rows apart, draws and verifier.
    public var labelKeys: [String]

    /// Whether the row consults a checker of the statement: `none` or `checker`.
    public var oracleUse: String

    /// How accuracy is estimated: `realised`, or `permutations` of a pool of draws.
    public var estimator: String

    /// The caps of the row.
    public var perProblem: Budget

    /// The caps of the row over all its problems.
    public var perRow: Budget

    /// Creates a description.
    public init(
        row: Int,
        model: String,
        roles: [Role: String],
        task: String,
        strategy: String,
        settings: [String: SettingValue],
        labelKeys: [String],
        oracleUse: String,
        estimator: String,
        perProblem: Budget,
        perRow: Budget
    ) {
        self.row = row
        self.model = model
        self.roles = roles
        self.task = task
        self.strategy = strategy
        self.settings = settings
        self.labelKeys = labelKeys
        self.oracleUse = oracleUse
        self.estimator = estimator
        self.perProblem = perProblem
        self.perRow = perRow
    }

    /// The strategy with the settings that tell rows apart, for tables and charts.
    public var label: String {
        let parts = labelKeys.sorted().compactMap { key in
            settings[key].map { "\(key) \($0)" }
        }
        return parts.isEmpty ? strategy : "\(strategy) (\(parts.joined(separator: ", ")))"
    }
}
