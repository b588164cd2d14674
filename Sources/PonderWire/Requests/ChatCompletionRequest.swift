package import PonderCore

/// A request to `/chat/completions`.
package struct ChatCompletionRequest: Hashable, Sendable {
    /// The conversation; a last message by the assistant is continued where the server can.
    package var messages: [Message]

    /// The fields that both endpoints have.
    package var fields: GenerationFields

    /// The number of alternatives to return log-probabilities of, at least 1; `nil` for none.
    package var topLogProbabilities: Int?

    /// Creates a request.
    package init(
        messages: [Message],
        fields: GenerationFields,
        topLogProbabilities: Int? = nil
    ) {
        self.messages = messages
        self.fields = fields
        self.topLogProbabilities = topLogProbabilities
    }

    /// The request's body.
    package var json: JSONValue {
        var members = fields.members
        members.insert(JSONMember("messages", .messages(messages)), at: 1)
        if let topLogProbabilities {
            members.append(JSONMember("logprobs", .bool(true)))
            members.append(JSONMember("top_logprobs", .integer(topLogProbabilities)))
        }
        return .object(members)
    }
}
