/// Which endpoint a model is called through.
public enum OpenAIEndpoint: Hashable, Sendable {
    /// `/chat/completions`: the server lays out the conversation.
    case chat
    /// `/completions`, for base models: the texts of all messages, joined, are the prompt.
    case completions(separator: String)
}
