public import PonderCore

/// Reads a mathematical answer, in LaTeX.
///
/// It is the content of the last `\boxed{}` that is not inside another (of several on the last line
/// with one: all, as a list), or else what follows the last "answer is" or "answer:", or a `####` on
/// the last line, in its sentence, or else, in a complete text, its last number. Canonical is an exact rational number, an
/// exact polynomial, a numeric spelling of any other value, or a structure of these;
/// ``MathEquivalence`` says what is equal. More than 1,000 bytes are no answer.
public struct MathReader: AnswerReader {
    /// Creates a reader.
    public init() {}

    /// Returns the answer that a text gives; `nil` if there is none.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        var bytes = TextBytes(text)
        return answer(in: &bytes, isComplete: isComplete)
    }

    /// Returns the answer in counted bytes.
    package func answer(in text: inout TextBytes, isComplete: Bool) -> Answer? {
        guard text.removeThinking() else { return nil }
        let marks = AnswerMarks(scanning: &text)
        if let contents = marks.contents(in: &text) {
            return Self.answer(contents.joined(separator: ", "))
        }
        if let mark = marks.textMark(in: &text) {
            let region = AnswerMarks.sentence(from: mark, in: &text)
            let range = text.trimmed(region.range) { $0.isWhiteSpace || $0 == 0x2a || $0 == 0x2e }
            if isComplete || region.isClosed, range.count <= AnswerMarks.lengthLimit,
                let answer = Self.answer(text.text(in: range))
            {
                return answer
            }
        }
        return LastNumberReader().answer(in: &text, isComplete: isComplete)
    }

    private static func answer(_ written: String) -> Answer? {
        MathAnswerParser.parse(written).map { Answer(canonical: $0.canonical, text: written) }
    }
}
