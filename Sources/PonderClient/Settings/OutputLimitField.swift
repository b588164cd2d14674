/// The name of the output limit in requests.
public enum OutputLimitField: String, Hashable, Sendable {
    /// `max_tokens`.
    case maxTokens = "max_tokens"
    /// `max_completion_tokens`, which counts hidden thinking.
    case maxCompletionTokens = "max_completion_tokens"
}
