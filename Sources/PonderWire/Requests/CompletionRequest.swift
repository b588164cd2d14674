/// A request to `/completions`: a text to be continued.
package struct CompletionRequest: Hashable, Sendable {
    /// The text to be continued.
    package var prompt: String

    /// The fields that both endpoints have.
    package var fields: GenerationFields

    /// The number of alternatives to return log-probabilities of, at least 1; `nil` for none.
    package var topLogProbabilities: Int?

    /// Creates a request.
    package init(prompt: String, fields: GenerationFields, topLogProbabilities: Int? = nil) {
        self.prompt = prompt
        self.fields = fields
        self.topLogProbabilities = topLogProbabilities
    }

    /// The request's body.
    package var json: JSONValue {
        var members = fields.members
        members.insert(JSONMember("prompt", .string(prompt)), at: 1)
        if let topLogProbabilities {
            members.append(JSONMember("logprobs", .integer(topLogProbabilities)))
        }
        return .object(members)
    }
}
