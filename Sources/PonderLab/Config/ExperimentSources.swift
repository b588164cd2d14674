/// Where a config says what: for mistakes that show only once models and data are at hand.
public struct ExperimentSources: Hashable, Sendable {
    /// The file, as it was named.
    public var path: String

    /// The folder that relative paths are taken from; empty for the current one.
    public var folder: String { ConfigPath.folder(of: path) }

    var models: [String: SourcePosition] = [:]
    var modelSettings: [String: [String: SourcePosition]] = [:]
    var tasks: [SourcePosition] = []
    var taskKeys: [[String: SourcePosition]] = []
    var rows: [SourcePosition] = []

    init(path: String) { self.path = path }

    /// A mistake at a setting of a model, or at its name if the setting is not written.
    public func diagnostic(model: String, setting: String? = nil, _ message: String) -> Diagnostic {
        let position = setting.flatMap { modelSettings[model]?[$0] } ?? models[model]
        return Diagnostic(path: path, position: position, message: message)
    }

    /// A mistake at a key of a task, or at its id if the key is not written.
    public func diagnostic(task: Int, key: String? = nil, _ message: String) -> Diagnostic {
        let position = key.flatMap { taskKeys[task][$0] } ?? tasks[task]
        return Diagnostic(path: path, position: position, message: message)
    }

    /// A mistake at the strategy of a row.
    public func diagnostic(row: Int, _ message: String) -> Diagnostic {
        Diagnostic(path: path, position: rows[row], message: message)
    }
}
