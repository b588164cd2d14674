public import PonderCore

/// One problem with its target: what a harness grades against and a search never sees.
public struct Sample: Hashable, Sendable {
    /// A stable name, unique in its data.
    public var id: String

    /// What a search sees.
    public var problem: Problem

    /// The right answer.
    public var target: Target

    /// How hard the sample is, as its data says it.
    public var difficulty: String?

    /// Creates a sample; its id becomes the problem's.
    public init(id: String, problem: Problem, target: Target, difficulty: String? = nil) {
        self.id = id
        self.problem = problem
        self.problem.id = id
        self.target = target
        self.difficulty = difficulty
    }
}
