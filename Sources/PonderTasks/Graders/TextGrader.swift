public import PonderCore

/// Compares texts in the canonical form of `ExactTextReader`.
public struct TextGrader: Grader {
    /// Creates a grader.
    public init() {}

    /// Grades the canonical text of an answer.
    public func grade(_ answer: Answer, of sample: Sample) -> Grade {
        guard case .text(let target) = sample.target.kind else {
            preconditionFailure("the target of sample '\(sample.id)' is no text")
        }
        return Grade(isCorrect: answer.canonical == target)
    }
}
