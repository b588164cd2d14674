import PonderCore

extension RecordedDraw {
    /// Returns the reply that the same draw would have been under another output limit.
    ///
    /// A reply that ended by itself within the limit is the same under any limit that holds it. A
    /// longer one is cut at the limit where its tokens are known one by one; otherwise the answer
    /// is `nil`, since a cut at a guessed place would be made up.
    func projected(toLimit limit: Int) -> Reply? {
        if outputLimit == limit { return reply }
        let isWhole = reply.finish != .length && reply.finish != .aborted
        if isWhole, reply.usage.output.value <= limit { return reply }
        guard limit < outputLimit, reply.usage.output.value > limit else { return nil }
        return cut(to: limit)
    }

    private func cut(to limit: Int) -> Reply? {
        guard let tokens = reply.tokens, reply.usage.reasoning.value == 0, tokens.count >= limit,
            tokens.count <= reply.usage.output.value
        else { return nil }
        let kept = Array(tokens.prefix(limit))
        let bytes = Array(reply.text.utf8)
        let length = kept.reduce(0) { $0 + ($1.byteCount ?? $1.text.utf8.count) }
        guard length <= bytes.count else { return nil }
        var copy = reply
        copy.text = String(decoding: bytes[..<length], as: UTF8.self)
        copy.tokens = kept
        copy.finish = .length
        copy.usage.output = TokenCount(limit, reply.usage.output.source)
        return copy
    }
}

extension [RecordedDraw] {
    /// Returns the record and reply that serve a request under a limit: the exact limit if there is one.
    func serving(limit: Int) -> (draw: RecordedDraw, reply: Reply)? {
        if let exact = first(where: { $0.outputLimit == limit }) { return (exact, exact.reply) }
        for draw in self {
            if let reply = draw.projected(toLimit: limit) { return (draw, reply) }
        }
        return nil
    }
}
