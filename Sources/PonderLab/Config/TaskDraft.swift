import PonderTasks

/// An item of a config's tasks, its sweeps not yet expanded.
struct TaskDraft {
    var facts: TaskFacts
    var position: SourcePosition
    var data: Located<ConfigPath>?
    var limit: Located<Int>?
    var offset: Located<Int>?
    /// The task's own settings.
    var settings: SettingSweeps
    var levels: [Located<Int>]
    var count: Located<Int>?
    var seed: Located<UInt64>?
    var fields: [FieldRole: String]
    var system: [Located<String>]
    var template: [Located<String>]
    var shots: [Located<Int>]
    /// The places of the keys that are written.
    var keys: [String: SourcePosition]
}
