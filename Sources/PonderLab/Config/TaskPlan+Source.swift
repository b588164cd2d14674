import PonderCore
public import PonderTasks

extension TaskPlan {
    /// Where the task takes its problems from.
    public var source: DataSource {
        guard let data else {
            return .generated(seed: Seed(seed ?? 0), count: count ?? 0, level: level)
        }
        return .file(data.resolved, mapping: fields, limit: limit, offset: offset)
    }
}
