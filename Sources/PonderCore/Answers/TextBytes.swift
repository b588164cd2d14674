/// The bytes of a text, read one at a time, with a count of every look at one.
///
/// The count lets a test assert that a reader visits each byte a constant number of times.
package struct TextBytes: Sendable {
    private var bytes: [UInt8]

    /// How often a byte has been looked at.
    package private(set) var visits = 0

    /// Creates the bytes of a text.
    package init(_ text: String) { bytes = Array(text.utf8) }

    /// The number of bytes.
    package var count: Int { bytes.count }

    /// The byte at an index; 0 outside the text.
    package subscript(index: Int) -> UInt8 {
        mutating get {
            visits &+= 1
            return index >= 0 && index < bytes.count ? bytes[index] : 0
        }
    }

    /// Returns a part as text.
    package mutating func text(in range: Range<Int>) -> String {
        visits &+= range.count
        return String(decoding: bytes[range], as: UTF8.self)
    }

    /// Whether a word stands at an index.
    package mutating func has(_ word: StaticString, at index: Int) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount
        where self[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Whether a word, given in small letters, stands at an index in whatever case.
    package mutating func hasAnyCase(_ word: StaticString, at index: Int) -> Bool {
        for offset in 0..<word.utf8CodeUnitCount
        where self[index + offset].lowerCased != word.utf8Start[offset] { return false }
        return true
    }

    /// Returns a part without the bytes at its ends that match a condition.
    package mutating func trimmed(
        _ range: Range<Int>,
        where isDropped: (UInt8) -> Bool = \.isWhiteSpace
    ) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, isDropped(self[lower]) { lower += 1 }
        while upper > lower, isDropped(self[upper - 1]) { upper -= 1 }
        return lower..<upper
    }

    /// Returns the last line that holds more than white space; `nil` if there is none.
    package mutating func lastLine() -> Range<Int>? {
        let all = trimmed(0..<count)
        guard !all.isEmpty else { return nil }
        var start = all.upperBound
        while start > all.lowerBound, self[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return trimmed(start..<all.upperBound)
    }

    /// Replaces every `<think>…</think>` and `<thinking>…</thinking>` by a line break.
    ///
    /// A closing tag without an opening one ends thinking that the prompt began: all before it goes.
    ///
    /// - Returns: false if a block is not closed, so that the text holds no answer.
    package mutating func removeThinking() -> Bool {
        var kept: [UInt8] = []
        var start = 0
        var isThinking = false
        var index = 0
        while index < count {
            guard self[index] == UInt8(ascii: "<"), let tag = thinkingTag(at: index) else {
                index += 1
                continue
            }
            if tag.isClosing {
                if !isThinking { kept.removeAll(keepingCapacity: true) }
                start = index + tag.length
                isThinking = false
            } else if !isThinking {
                kept += bytes[start..<index]
                kept.append(UInt8(ascii: "\n"))
                visits &+= index - start
                isThinking = true
            }
            index += tag.length
        }
        if isThinking { return false }
        if start > 0 {
            visits &+= count - start
            bytes = kept + bytes[start...]
        }
        return true
    }

    private mutating func thinkingTag(at index: Int) -> (isClosing: Bool, length: Int)? {
        if has("<think>", at: index) { return (false, 7) }
        if has("</think>", at: index) { return (true, 8) }
        if has("<thinking>", at: index) { return (false, 10) }
        if has("</thinking>", at: index) { return (true, 11) }
        return nil
    }
}
