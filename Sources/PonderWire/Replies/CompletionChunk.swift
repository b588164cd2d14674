/// A piece of a reply: an event of a stream, or a whole collected reply, of either endpoint.
package struct CompletionChunk: Hashable, Sendable {
    /// What the chunk adds to each choice.
    package var choices: [ChoicePiece]

    /// The usage, where this chunk reports one; figures of llama.cpp's `timings` fill the gaps.
    package var usage: WireUsage?

    /// Creates a chunk.
    package init(choices: [ChoicePiece], usage: WireUsage? = nil) {
        self.choices = choices
        self.usage = usage
    }

    /// Reads a chunk.
    ///
    /// - Throws: ``WireError`` when there is no list of choices, or one has a wrong shape.
    package init(json: JSONValue) throws(WireError) {
        guard let list = json["choices"]?.elements else {
            throw WireError(.unexpectedShape, "the reply has no list of 'choices'")
        }
        choices = []
        for value in list { choices.append(try ChoicePiece(json: value)) }
        let reported = json["usage"].map(WireUsage.init(json:))
        let timed = json["timings"].map(WireUsage.init(timings:))
        usage = timed.map { reported?.filled(from: $0) ?? $0 } ?? reported
    }
}
