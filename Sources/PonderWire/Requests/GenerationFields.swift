/// The fields that requests to `/chat/completions` and `/completions` have in common.
///
/// A field that is `nil` or empty is not sent.
package struct GenerationFields: Hashable, Sendable {
    /// The provider's name of the model.
    package var model: String
    /// The output limit under its older name.
    package var maxTokens: Int?
    /// The output limit under its newer name, which counts hidden thinking.
    package var maxCompletionTokens: Int?
    /// The softmax temperature.
    package var temperature: Double?
    /// The nucleus.
    package var topP: Double?
    /// Sampling among the k likeliest tokens; not part of OpenAI's own dialect.
    package var topK: Int?
    /// Sampling above a share of the top probability; not part of OpenAI's own dialect.
    package var minP: Double?
    /// The number of choices; sent when it is above 1.
    package var choices = 1
    /// The seed.
    package var seed: UInt32?
    /// Strings that end a choice.
    package var stop: [String] = []
    /// Whether the reply comes as an event stream.
    package var stream = false
    /// Whether a stream ends with the usage.
    package var includeUsage = false
    /// Further fields of the server's own dialect, in order.
    package var extra: [JSONMember] = []

    /// The names of fields that requests set themselves, on either endpoint.
    package static let ownNames: Set<String> = [
        "model", "messages", "prompt", "max_tokens", "max_completion_tokens", "temperature",
        "top_p", "top_k", "min_p", "n", "best_of", "seed", "stop", "stream", "stream_options",
        "logprobs", "top_logprobs", "echo", "n_predict",
    ]

    /// Creates the fields of a request to a model.
    package init(model: String) { self.model = model }

    /// The fields that are sent, in order.
    package var members: [JSONMember] {
        var members: [JSONMember] = []
        func add(_ name: String, _ value: JSONValue?) {
            if let value { members.append(JSONMember(name, value)) }
        }
        add("model", .string(model))
        add("max_tokens", maxTokens.map(JSONValue.integer))
        add("max_completion_tokens", maxCompletionTokens.map(JSONValue.integer))
        add("temperature", temperature.map(JSONValue.double))
        add("top_p", topP.map(JSONValue.double))
        add("top_k", topK.map(JSONValue.integer))
        add("min_p", minP.map(JSONValue.double))
        add("n", choices > 1 ? .integer(choices) : nil)
        add("seed", seed.map { .integer(Int($0)) })
        add("stop", stop.isEmpty ? nil : .array(stop.map(JSONValue.string)))
        add("stream", stream ? .bool(true) : nil)
        let options = JSONValue.object([JSONMember("include_usage", .bool(true))])
        add("stream_options", stream && includeUsage ? options : nil)
        return members + extra
    }
}
