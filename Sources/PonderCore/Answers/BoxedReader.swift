/// Reads the content of the last `\boxed{}` or `\fbox{}` that is not inside another.
///
/// Several boxes on the last line with one are a set: canonical is the sorted list of the different
/// contents, joined with `, `. A content that is a number has the canonical form of
/// ``WrittenNumber``; any other has its white space collapsed to single spaces. Contents of more
/// than 1,000 bytes, braces nested more than 200 deep and a last box that is not closed are no
/// answer.
public struct BoxedReader: AnswerReader {
    /// Creates a reader.
    public init() {}

    /// Returns what is boxed last in a text; `nil` if nothing is.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        var bytes = TextBytes(text)
        return answer(in: &bytes)
    }

    /// Returns the answer in counted bytes.
    package func answer(in text: inout TextBytes) -> Answer? {
        guard text.removeThinking(),
            let contents = AnswerMarks(scanning: &text).contents(in: &text)
        else { return nil }
        let canonical = Set(contents.map(Self.canonical)).sorted()
        return Answer(
            canonical: canonical.joined(separator: ", "),
            text: contents.joined(separator: ", ")
        )
    }

    private static func canonical(_ content: String) -> String {
        if let number = WrittenNumber(content) { return "\(number)" }
        return content.collapsingWhiteSpace
    }
}
