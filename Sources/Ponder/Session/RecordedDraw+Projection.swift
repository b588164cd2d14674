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
        guard let text = Self.beginning(of: reply.text, spelledBy: kept) else { return nil }
        var copy = reply
        copy.text = text
        copy.tokens = kept
        copy.finish = .length
        copy.usage.output = TokenCount(limit, reply.usage.output.source)
        return copy
    }

    /// The part of a text that its first tokens spell; `nil` if they spell something else.
    ///
    /// A token whose bytes are not told must stand in the text word for word: one that splits a
    /// character does not say how many bytes it adds.
    private static func beginning(
        of text: String,
        spelledBy tokens: [TokenLogProbability]
    ) -> String? {
        let bytes = Array(text.utf8)
        var end = 0
        for token in tokens {
            if let count = token.byteCount {
                end += count
            } else {
                guard bytes[end...].starts(with: token.text.utf8) else { return nil }
                end += token.text.utf8.count
            }
            guard end <= bytes.count else { return nil }
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
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
