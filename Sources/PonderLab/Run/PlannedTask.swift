public import PonderCore
public import PonderRecord

/// A task with its problems loaded and its prompts built.
public struct PlannedTask: Sendable {
    /// What the log says of it.
    public var description: TaskDescription

    /// What finds answers in replies.
    public var reader: any AnswerReader

    /// The problems, in order.
    public var problems: [PlannedProblem]

    /// Creates a task.
    public init(
        description: TaskDescription,
        reader: any AnswerReader,
        problems: [PlannedProblem]
    ) {
        self.description = description
        self.reader = reader
        self.problems = problems
    }
}
