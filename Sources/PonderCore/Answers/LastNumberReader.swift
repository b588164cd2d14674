/// Reads the number that a text gives as its answer: a marked one, or else the last one.
///
/// In this order:
/// 1. the later of the last `####` that a number follows and the last `\boxed{}`;
/// 2. the last "answer is", "answer:" or "answer =";
/// 3. in a complete text, its last number.
///
/// In a marked place the first number counts, after the last `=` if there is one. Not numbers are:
/// digits in names (`x2`), exponents and their bases (`x^2`, `10^6`), ordinals, times, versions,
/// dates, labels of steps (`Step 3`, `3.` before more text on a line), and digits in fenced code
/// when there are others. `10-12` is read as 12. A unit is dropped, and a percent sign is one:
/// `50%` reads as 50, never as one half. The canonical form is that of ``ExactNumber``; a number too
/// long for it makes the text unreadable.
public struct LastNumberReader: AnswerReader {
    /// Creates a reader.
    public init() {}

    /// Returns the number that a text gives as its answer; `nil` if there is none.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        var bytes = TextBytes(text)
        return answer(in: &bytes, isComplete: isComplete)
    }

    /// Returns the answer in counted bytes.
    package func answer(in text: inout TextBytes, isComplete: Bool) -> Answer? {
        guard text.removeThinking() else { return nil }
        let marks = AnswerMarks(scanning: &text)
        var token = strongToken(marks, in: &text, isComplete: isComplete)
        if token == nil, let phrase = marks.phrase {
            token = firstNumber(after: phrase, in: &text, isComplete: isComplete)
        }
        if token == nil, isComplete {
            var search = LastNumberSearch()
            token = search.last(in: &text)
        }
        guard let token, let value = token.value else { return nil }
        return Answer(canonical: "\(value)", text: text.text(in: token.range))
    }

    private func strongToken(
        _ marks: AnswerMarks,
        in text: inout TextBytes,
        isComplete: Bool
    ) -> NumberToken? {
        let box = marks.boxes.last
        var hashed: NumberToken?
        if let hash = marks.hash, hash > box?.lowerBound ?? -1 {
            hashed = firstNumber(after: hash, in: &text, isComplete: isComplete, isAdjacent: true)
        }
        if let hashed { return hashed }
        if let box, let token = NumberToken.first(in: box, of: &text) { return token }
        guard let hash = marks.hash, let box, hash < box.lowerBound else { return nil }
        return firstNumber(after: hash, in: &text, isComplete: isComplete, isAdjacent: true)
    }

    private func firstNumber(
        after mark: Int,
        in text: inout TextBytes,
        isComplete: Bool,
        isAdjacent: Bool = false
    ) -> NumberToken? {
        let region = AnswerMarks.sentence(from: mark, in: &text)
        guard isComplete || region.isClosed else { return nil }
        guard let token = NumberToken.first(in: region.range, of: &text) else { return nil }
        return isAdjacent && token.range.lowerBound != region.range.lowerBound ? nil : token
    }
}
