public import PonderCore

/// All tasks, by name.
public enum TaskCatalog: Sendable {
    /// The tasks with their default settings, in the order of lists.
    public static let all: [any EvalTask] = [
        GSM8KTask(), MathTask(), MultipleChoiceTask(), GameOf24Task(), CountdownTask(),
        ArithmeticTask(), ExactTask(),
    ]

    /// Returns the task of a name, with settings.
    ///
    /// - Throws: ``TaskError`` for a name that no task has; `SettingError` for a setting that the
    ///   task does not take or a value that it cannot have.
    public static func task(
        named name: String,
        settings: [String: SettingValue] = [:]
    ) throws -> any EvalTask {
        guard let task = all.first(where: { $0.id == name }) else {
            let known = all.map(\.id)
            let nearest = Nearest.name(to: name, among: known)
            throw TaskError(
                .unknownTask,
                "there is no task '\(name)'; "
                    + (nearest.map { "did you mean '\($0)'? The" } ?? "the")
                    + " tasks are \(known.joined(separator: ", "))"
            )
        }
        let values = try SettingValues(settings, for: task.description.settings)
        return task is CountdownTask ? CountdownTask(values) : task
    }
}
