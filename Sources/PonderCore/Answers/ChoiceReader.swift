/// Reads the letter of an option of a multiple-choice problem.
///
/// In this order:
/// 1. the last box, if it holds a letter or the text of an option;
/// 2. what follows the last "answer is" or "answer:", or a `####` on the last line, if it starts with
///    a letter or is the text of an option;
/// 3. in a complete text: the last capital letter in parentheses, `(B)`; the last line, if it is a
///    letter or the text of an option; the last capital letter that stands alone after a colon.
///
/// The canonical form is the capital letter, `A` for the first choice. Texts of options are compared
/// as ``ExactTextReader`` does it. A problem without choices, or with more than 26, has no readable
/// answer.
public struct ChoiceReader: AnswerReader {
    /// Creates a reader.
    public init() {}

    /// Returns the option that a text chooses; `nil` if there is none.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        var bytes = TextBytes(text)
        return answer(in: &bytes, isComplete: isComplete, choices: problem.choices)
    }

    /// Returns the answer in counted bytes.
    package func answer(
        in text: inout TextBytes,
        isComplete: Bool,
        choices: [String]
    ) -> Answer? {
        guard (1...26).contains(choices.count), text.removeThinking() else { return nil }
        let options = ChoiceOptions(choices)
        let marks = AnswerMarks(scanning: &text)
        if let box = marks.boxes.last, let found = options.choice(in: box, of: &text) {
            return found
        }
        if let mark = marks.textMark(in: &text) {
            let region = AnswerMarks.sentence(from: mark, in: &text)
            if isComplete || region.isClosed,
                let found = options.choice(in: region.range, of: &text)
            {
                return found
            }
        }
        guard isComplete else { return nil }
        if let place = options.lastParenthesised(in: &text) {
            return options.letter(at: place, of: &text)
        }
        if let line = text.lastLine(), let found = options.choice(in: line, of: &text) {
            return found
        }
        return options.lastAfterColon(in: &text).flatMap { options.letter(at: $0, of: &text) }
    }
}
