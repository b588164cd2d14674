public import PonderCore

/// Compares an answer with the target; harness only.
///
/// The harness calls ``grade(_:of:)`` once per answer, from any task.
///
/// ## Implementing
///
/// Compare values, not spellings. Be a pure function: the same answer and sample give the same grade.
/// Equal canonical forms must get equal grades, since votes are counted by canonical form.
public protocol Grader: Sendable {
    /// Grades an answer.
    ///
    /// - Precondition: the sample was made by this grader's task.
    func grade(_ answer: Answer, of sample: Sample) -> Grade
}
