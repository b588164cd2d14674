/// Where a text marks its answer: boxes, `####`, and the words "answer is" or "answer:".
///
/// One pass over the bytes finds them all.
package struct AnswerMarks: Sendable {
    private struct Box {
        var content: Range<Int>
        var line: Int
    }

    private struct OpenBox {
        var start: Int
        var depth: Int
        var line: Int
    }

    /// Deeper nesting of braces than this inside a box makes the boxes unreadable.
    package static let nestingLimit = 200

    /// The most bytes that an answer can have; what is longer is not an answer.
    package static let lengthLimit = 1000

    /// The contents of the outermost boxes on the last line that has one, in order.
    ///
    /// Empty if the last box that was opened is not closed.
    package private(set) var boxes: [Range<Int>] = []

    /// The place after the last `####`.
    package private(set) var hash: Int?

    /// The place after the last "answer is", "answer:" or "answer =".
    package private(set) var phrase: Int?

    private var closed: [Box] = []
    private var open: [OpenBox] = []
    private var lastOpened = -1
    private var lastIsCutOff = false
    private var depth = 0
    private var line = 0

    /// Finds the marks of a text.
    package init(scanning text: inout TextBytes) {
        var index = 0
        var isTooDeep = false
        while index < text.count {
            var next = index + 1
            switch text[index] {
            case UInt8(ascii: "\n"): line += 1
            case UInt8(ascii: "\\"): next = command(at: index, in: &text)
            case UInt8(ascii: "{") where !open.isEmpty: depth += 1
            case UInt8(ascii: "}") where !open.isEmpty: closeBrace(at: index)
            case UInt8(ascii: "#"): next = hashes(at: index, in: &text)
            case UInt8(ascii: "a"), UInt8(ascii: "A"): findPhrase(at: index, in: &text)
            default: break
            }
            isTooDeep = isTooDeep || depth > Self.nestingLimit
            index = next
        }
        guard !isTooDeep, !lastIsCutOff, open.last?.start != lastOpened else { return }
        keepLastLine()
    }

    /// Returns the rest of the sentence or line from a place on; the next line if the rest is blank.
    package static func sentence(from start: Int, in text: inout TextBytes) -> MarkedRegion {
        var lower = start
        while lower < text.count, isLead(text[lower]) { lower += 1 }
        var upper = lower
        while upper < text.count {
            let byte = text[upper]
            if byte == UInt8(ascii: "\n") { return closed(lower..<upper) }
            if byte == UInt8(ascii: "."), text[upper + 1].isWhiteSpace {
                return closed(lower..<upper)
            }
            if byte == 0xe3, text.has("。", at: upper) { return closed(lower..<upper) }
            upper += 1
        }
        return MarkedRegion(range: lower..<upper, isClosed: false)
    }

    private static func closed(_ range: Range<Int>) -> MarkedRegion {
        MarkedRegion(range: range, isClosed: true)
    }

    private static func isLead(_ byte: UInt8) -> Bool {
        byte.isWhiteSpace || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*")
            || byte == UInt8(ascii: "_")
    }

    private mutating func command(at index: Int, in text: inout TextBytes) -> Int {
        var start = index
        if text.has("\\boxed", at: index) {
            start = index + 6
        } else if text.has("\\fbox", at: index) {
            start = index + 5
        } else {
            return text[index + 1] == UInt8(ascii: "\n") ? index + 1 : index + 2
        }
        if text[start].isLetter { return start }
        let afterName = start
        while text[start] == UInt8(ascii: " ") { start += 1 }
        if text[start] == UInt8(ascii: "{") {
            open.append(OpenBox(start: start + 1, depth: depth, line: line))
            lastOpened = start + 1
            lastIsCutOff = false
            depth += 1
            return start + 1
        }
        guard open.isEmpty else { return afterName }
        return bareBox(at: start, in: &text)
    }

    /// Reads `\boxed x$`: a box without braces reaches to the next dollar sign or line break.
    private mutating func bareBox(at start: Int, in text: inout TextBytes) -> Int {
        var end = start
        while end < text.count, text[end] != UInt8(ascii: "$"), text[end] != UInt8(ascii: "\n") {
            end += 1
        }
        lastIsCutOff = end == text.count
        if end > start, !lastIsCutOff { closed.append(Box(content: start..<end, line: line)) }
        return end
    }

    private mutating func closeBrace(at index: Int) {
        depth -= 1
        guard let box = open.last, box.depth == depth else { return }
        open.removeLast()
        while let inner = closed.last, inner.content.lowerBound > box.start {
            closed.removeLast()
        }
        closed.append(Box(content: box.start..<index, line: box.line))
        if open.isEmpty { depth = 0 }
    }

    private mutating func hashes(at index: Int, in text: inout TextBytes) -> Int {
        var end = index
        while text[end] == UInt8(ascii: "#") { end += 1 }
        if end - index == 4 { hash = end }
        return end
    }

    private mutating func findPhrase(at index: Int, in text: inout TextBytes) {
        guard text.hasAnyCase("answer", at: index), !text[index - 1].isLetter else { return }
        var end = index + 6
        var skipped = 0
        while skipped < 4, [0x20, 0x2a, 0x5f].contains(text[end]) {
            end += 1
            skipped += 1
        }
        if text[end] == UInt8(ascii: ":") || text[end] == UInt8(ascii: "=") {
            phrase = end + 1
        } else if skipped > 0, text.hasAnyCase("is", at: end), !text[end + 2].isLetter,
            !text.hasAnyCase("not", at: end + 3)
        {
            phrase = end + 2
        }
    }

    private mutating func keepLastLine() {
        guard let last = closed.last else { return }
        boxes = closed.reversed().prefix { $0.line == last.line }.reversed().map(\.content)
    }
}
