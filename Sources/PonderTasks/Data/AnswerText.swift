import PonderCore

/// Cuts the target out of the worked answers that data sets hold.
enum AnswerText {
    /// Returns what follows the last `####`, trimmed; `nil` if there is none.
    static func afterLastMark(in text: String) -> String? {
        var bytes = TextBytes(text)
        guard let mark = AnswerMarks(scanning: &bytes).hash else { return nil }
        return bytes.text(in: bytes.trimmed(mark..<bytes.count))
    }

    /// Returns the content of the last box; `nil` if nothing is boxed.
    static func boxed(in text: String) -> String? {
        var bytes = TextBytes(text)
        return AnswerMarks(scanning: &bytes).contents(in: &bytes)?.joined(separator: ", ")
    }
}
