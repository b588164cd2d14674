public import PonderCore

/// Compares letters of options.
public struct ChoiceGrader: Grader {
    /// Creates a grader.
    public init() {}

    /// Grades the canonical letter of an answer.
    public func grade(_ answer: Answer, of sample: Sample) -> Grade {
        guard case .choice(let target) = sample.target.kind else {
            preconditionFailure("the target of sample '\(sample.id)' is no option")
        }
        return Grade(isCorrect: answer.canonical == target)
    }
}
