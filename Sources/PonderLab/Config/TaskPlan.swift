public import PonderCore
public import PonderTasks

/// A task of an experiment: which problems, and how they are asked.
public struct TaskPlan: Hashable, Sendable {
    /// The name that logs and tables use: the id, with what tells it from others of that id.
    public var name: String

    /// The id of the task.
    public var id: String

    /// The file of problems; `nil` if they are generated.
    public var data: ConfigPath?

    /// The most problems taken from the file.
    public var limit: Int?

    /// How many problems of the file are passed over first.
    public var offset: Int

    /// The level of generated problems; `nil` for all levels in turn.
    public var level: Int?

    /// How many problems are generated; `nil` for a file.
    public var count: Int?

    /// The seed of generated problems; `nil` for a file.
    public var seed: UInt64?

    /// The file's names of the task's fields, where they are not the usual ones.
    public var fields: FieldMapping

    /// The task's own settings, defaults filled in.
    public var settings: [String: SettingValue]

    /// The prompt, with the task's own texts and number of examples where the config has none.
    public var prompt: PromptSettings
}
