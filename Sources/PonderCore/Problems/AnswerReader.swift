/// Finds the answer in a model's text and brings it to canonical form.
///
/// A session calls ``answer(in:isComplete:of:)`` once per reply, from any task.
///
/// ## Implementing
///
/// Scan the UTF-8 bytes once; visit each byte a constant number of times whatever the text holds.
/// Never return a value that is not in the text. In an incomplete text accept only an explicitly
/// marked answer whose end is visible, such as a closed box: the last number of a cut-off chain of
/// thought is not an answer.
public protocol AnswerReader: Sendable {
    /// Returns the answer in a text, or `nil` if none can be read.
    ///
    /// - Parameters:
    ///   - text: the reply without thinking.
    ///   - isComplete: false when the output limit cut the text.
    ///   - problem: the problem that the text answers.
    func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer?
}

extension AnswerReader {
    /// Reads a reply: an answer, or the reason why there is none.
    public func read(_ reply: Reply, of problem: Problem) -> AnswerReading {
        read(reply.text, finish: reply.finish, of: problem)
    }

    /// Reads a text that ended for a reason.
    public func read(
        _ text: String,
        finish: FinishReason,
        of problem: Problem
    ) -> AnswerReading {
        if finish == .refused { return .none(.refused) }
        if finish == .aborted { return .none(.truncated) }
        let isComplete = finish != .length
        let isBlank = !text.utf8.contains { $0 > 0x20 }
        if isBlank { return .none(isComplete ? .empty : .truncated) }
        if let answer = answer(in: text, isComplete: isComplete, of: problem) {
            return .answer(answer)
        }
        return .none(isComplete ? .unparsable : .truncated)
    }
}
