/// Reads a short text as the answer, to be compared letter by letter.
///
/// It is the content of the last box, or else what follows the last "answer is" or "answer:", or a
/// `####` on the last line, or else, in a complete text, the last line that is not blank. Canonical is
/// the text without Markdown emphasis, quotes and periods at its ends, with white space collapsed
/// and in small letters. More than 1,000 bytes are no answer.
public struct ExactTextReader: AnswerReader {
    /// Creates a reader.
    public init() {}

    /// Returns the text that a reply gives as its answer; `nil` if there is none.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        var bytes = TextBytes(text)
        return answer(in: &bytes, isComplete: isComplete)
    }

    /// Returns the answer in counted bytes.
    package func answer(in text: inout TextBytes, isComplete: Bool) -> Answer? {
        guard text.removeThinking() else { return nil }
        let marks = AnswerMarks(scanning: &text)
        if let box = marks.boxes.last, let answer = answer(of: box, in: &text) { return answer }
        if let mark = marks.textMark(in: &text) {
            let region = AnswerMarks.sentence(from: mark, in: &text)
            if isComplete || region.isClosed, let answer = answer(of: region.range, in: &text) {
                return answer
            }
        }
        guard isComplete, let line = text.lastLine() else { return nil }
        return answer(of: line, in: &text)
    }

    /// The canonical form of a text.
    package static func canonical(_ text: String) -> String {
        var bytes = TextBytes(text)
        let core = bytes.trimmed(0..<bytes.count, where: isDecoration)
        return bytes.text(in: core).collapsingWhiteSpace.lowercased()
    }

    private func answer(of range: Range<Int>, in text: inout TextBytes) -> Answer? {
        let core = text.trimmed(range, where: Self.isDecoration)
        guard !core.isEmpty, core.count <= AnswerMarks.lengthLimit else { return nil }
        let written = text.text(in: core)
        return Answer(canonical: Self.canonical(written), text: written)
    }

    private static func isDecoration(_ byte: UInt8) -> Bool {
        byte.isWhiteSpace || [0x2a, 0x5f, 0x60, 0x22, 0x27, 0x2e].contains(byte)
    }
}
