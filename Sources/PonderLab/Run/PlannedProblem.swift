public import PonderCore

/// One problem of a task: what search sees, and apart from it what only the harness may use.
public struct PlannedProblem: Sendable {
    /// What search sees.
    public var problem: Problem

    /// The conversation that asks for a whole solution.
    public var prompt: [Message]

    /// The checker of what the statement makes checkable, if the task has one.
    public var checker: (any Verifier)?

    /// The difficulty, where the data says one; for reports only.
    public var difficulty: String?

    /// Whether an answer is right; for results only.
    public var isCorrect: @Sendable (Answer) -> Bool

    /// Creates a problem.
    public init(
        problem: Problem,
        prompt: [Message],
        checker: (any Verifier)? = nil,
        difficulty: String? = nil,
        isCorrect: @escaping @Sendable (Answer) -> Bool
    ) {
        self.problem = problem
        self.prompt = prompt
        self.checker = checker
        self.difficulty = difficulty
        self.isCorrect = isCorrect
    }
}
