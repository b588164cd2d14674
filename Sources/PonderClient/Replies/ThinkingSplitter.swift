package import PonderCore

/// Tells thinking from answer in a text that arrives in pieces.
///
/// Thinking begins with the opening tag, which counts only at the very start of the reply, after
/// white space; it ends with the first closing tag; all after that is answer. A tag may straddle
/// pieces. Without a closing tag everything is thinking.
package struct ThinkingSplitter: Sendable {
    private enum State {
        case start
        case thinking
        case answer
    }

    private let opening: [UInt8]
    private let closing: [UInt8]
    private let startsInside: Bool
    private var state = State.start
    private var held: [UInt8] = []

    /// Creates a splitter of a reply that may continue a partial one, and thinking begun in it.
    package init(tags: ThinkingTags, partialReply: String? = nil) {
        opening = Array(tags.opening.utf8)
        closing = Array(tags.closing.utf8)
        startsInside = tags.startsInside
        if let partialReply { _ = feed(partialReply) }
    }

    /// Adds a piece and returns what is certain by now.
    package mutating func feed(_ piece: String) -> [ReplyDelta] {
        held += piece.utf8
        var deltas: [ReplyDelta] = []
        if state == .start { leaveStart(isEnd: false) }
        if state == .thinking { deltas += readThinking() }
        if state == .answer { deltas += release(held.count) { .text($0) } }
        return deltas
    }

    /// Returns what was held back for a tag that did not come.
    package mutating func finish() -> [ReplyDelta] {
        var deltas: [ReplyDelta] = []
        if state == .start { leaveStart(isEnd: true) }
        if state == .thinking { deltas += readThinking() }
        let isThinking = state == .thinking
        return deltas + release(held.count) { isThinking ? .thinking($0) : .text($0) }
    }

    private mutating func leaveStart(isEnd: Bool) {
        let blank = held.prefix { $0 == 0x20 || (0x09...0x0d).contains($0) }.count
        let rest = held[blank...]
        if rest.starts(with: opening) {
            held.removeFirst(blank + opening.count)
            state = .thinking
        } else if isEnd || !opening.starts(with: rest) {
            state = startsInside ? .thinking : .answer
        }
    }

    private mutating func readThinking() -> [ReplyDelta] {
        if let start = firstIndex(of: closing) {
            let deltas = release(start) { .thinking($0) }
            held.removeFirst(closing.count)
            state = .answer
            return deltas
        }
        var keep = min(closing.count - 1, held.count)
        while keep > 0, !closing.starts(with: held.suffix(keep)) { keep -= 1 }
        return release(held.count - keep) { .thinking($0) }
    }

    private func firstIndex(of needle: [UInt8]) -> Int? {
        guard held.count >= needle.count else { return nil }
        return (0...(held.count - needle.count)).first { held[$0...].starts(with: needle) }
    }

    private mutating func release(_ count: Int, _ make: (String) -> ReplyDelta) -> [ReplyDelta] {
        guard count > 0 else { return [] }
        let text = String(decoding: held.prefix(count), as: UTF8.self)
        held.removeFirst(count)
        return [make(text)]
    }
}
