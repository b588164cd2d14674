public import PonderCore

/// Compares mathematical objects by value; ``MathEquivalence`` says what is equal.
public struct MathGrader: Grader {
    /// Creates a grader.
    public init() {}

    /// Grades an answer as it was written.
    public func grade(_ answer: Answer, of sample: Sample) -> Grade {
        guard case .math(let target) = sample.target.kind else {
            preconditionFailure("the target of sample '\(sample.id)' is no mathematical object")
        }
        return Grade(isCorrect: MathEquivalence.holds(between: answer.text, and: target))
    }
}
