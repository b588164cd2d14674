/// What was read from a reply: an answer, or the reason why there is none.
public enum AnswerReading: Hashable, Sendable {
    /// An answer.
    case answer(Answer)
    /// No answer, and why.
    case none(NoAnswer)

    /// The answer, if there is one.
    public var answer: Answer? {
        guard case .answer(let answer) = self else { return nil }
        return answer
    }
}
