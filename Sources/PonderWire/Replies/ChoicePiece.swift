package import PonderCore

/// What one chunk adds to one choice.
package struct ChoicePiece: Hashable, Sendable {
    /// The choice's place among those asked for, from 0.
    package var index: Int
    /// More of the text.
    package var text = ""
    /// More of the thinking, where it has a field of its own.
    package var thinking = ""
    /// More of what the model says when it declines.
    package var refusal = ""
    /// Why the choice ended, in the server's words, when it did.
    package var finishReason: String?
    /// The tokens with log-probabilities; `nil` when the chunk has none that can be read.
    package var tokens: [TokenLogProbability]?

    /// Creates a piece that adds nothing.
    package init(index: Int) { self.index = index }

    /// Reads an element of `choices`: of a chat (collected or streamed) or of a completion.
    package init(json: JSONValue) throws(WireError) {
        guard let index = json["index"] == nil ? 0 : json["index"]?.integer else {
            throw WireError(.unexpectedShape, "a choice has an 'index' that is no whole number")
        }
        self.index = index
        finishReason = json["finish_reason"]?.string
        if let text = json["text"] { self.text = try Self.text(text, "text") }
        if let message = json["message"] ?? json["delta"] {
            if let content = message["content"] { text = try Self.text(content, "content") }
            if let field = message["reasoning_content"] ?? message["reasoning"] {
                thinking = try Self.text(field, "reasoning_content")
            }
            if let field = message["refusal"] { refusal = try Self.text(field, "refusal") }
        }
        tokens = json["logprobs"].flatMap(TokenLogProbability.list(json:))
    }

    /// A text field: a string, or a list of parts with a `text` each.
    private static func text(_ json: JSONValue, _ name: String) throws(WireError) -> String {
        if let text = json.string { return text }
        guard let parts = json.elements else {
            throw WireError(.unexpectedShape, "the field '\(name)' of a choice is no text")
        }
        return parts.compactMap { $0["text"]?.string }.joined()
    }
}
