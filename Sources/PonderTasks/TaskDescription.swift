public import PonderCore

/// What a list of tasks prints about one of them.
public struct TaskDescription: Hashable, Sendable {
    /// The task's name, as configs write it; never renamed.
    public var id: String

    /// What the task is, in one sentence.
    public var summary: String

    /// Whether samples come from a data file.
    public var readsFiles: Bool

    /// The levels at which the task makes samples itself; empty if it cannot.
    public var levels: [DifficultyLevel]

    /// The fields of a data record that the task reads, in words.
    public var fields: String

    /// The data sets that the task is made for, with source and licence.
    public var dataSets: String

    /// What the task offers a search beyond its statement.
    public var oracleUse: OracleUse

    /// The settings that the task takes.
    public var settings: [SettingSpec]

    /// Creates a description.
    public init(
        id: String,
        summary: String,
        readsFiles: Bool = true,
        levels: [DifficultyLevel] = [],
        fields: String,
        dataSets: String,
        oracleUse: OracleUse = .none,
        settings: [SettingSpec] = []
    ) {
        self.id = id
        self.summary = summary
        self.readsFiles = readsFiles
        self.levels = levels
        self.fields = fields
        self.dataSets = dataSets
        self.oracleUse = oracleUse
        self.settings = settings
    }
}
