public import PonderCore

/// Reads the word after the last equals sign, which is all that scripted models write.
public struct MarkedAnswerReader: AnswerReader {
    /// Creates the reader.
    public init() {}

    /// Returns the word after the last equals sign, unless the text may have been cut inside it.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        guard isComplete, let mark = text.utf8.lastIndex(of: UInt8(ascii: "=")) else { return nil }
        let word = text.utf8[text.utf8.index(after: mark)...]
            .drop { $0 <= 0x20 }
            .prefix { $0 > 0x20 }
        guard !word.isEmpty, let value = String(word) else { return nil }
        return Answer(canonical: value, text: value)
    }
}
