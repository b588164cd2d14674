/// What a grader says of one answer.
public struct Grade: Hashable, Sendable {
    /// Whether the answer is right.
    public var isCorrect: Bool

    /// Creates a grade.
    public init(isCorrect: Bool) { self.isCorrect = isCorrect }
}
