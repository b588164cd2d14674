public import PonderCore

/// Compares numbers exactly.
///
/// A unit is dropped from both sides. A target with a percent sign also accepts the fraction that it
/// stands for: `50%` accepts 50 and 0.5, but `50` accepts 50 only.
public struct NumberGrader: Grader {
    /// Creates a grader.
    public init() {}

    /// Grades the canonical number of an answer.
    public func grade(_ answer: Answer, of sample: Sample) -> Grade {
        guard case .number(let target) = sample.target.kind else {
            preconditionFailure("the target of sample '\(sample.id)' is no number")
        }
        guard let number = WrittenNumber(answer.canonical)?.value else {
            return Grade(isCorrect: false)
        }
        let isHundredth =
            target.isPercent && number.multiplied(by: ExactNumber(100)) == target.value
        return Grade(isCorrect: number == target.value || isHundredth)
    }
}
