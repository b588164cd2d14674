/// How a server is made to continue a partial reply word for word.
public enum ContinuationStyle: Hashable, Sendable {
    /// A last message by the assistant is continued (llama.cpp).
    ///
    /// Such calls are always streamed: in a collected reply some versions of llama.cpp repeat the
    /// partial reply before its continuation, in a stream none does.
    case lastMessage
    /// As ``lastMessage``, asked for with `continue_final_message` and without
    /// `add_generation_prompt` (vLLM).
    case continueFinalMessage
    /// The server's `/apply-template` writes the prompt, and `/completions` continues it
    /// (llama.cpp).
    case appliedTemplate
}
