/// A model's reply to one request.
public struct Reply: Hashable, Sendable, Codable {
    /// The answer's text, without thinking, without the partial reply that it continues.
    public var text: String

    /// The thinking that came apart from the answer; never parsed for votes.
    public var thinking: String?

    /// Why the reply ended.
    public var finish: FinishReason

    /// What the reply used.
    public var usage: Usage

    /// The tokens of the answer with log-probabilities, when they were asked for and given.
    public var tokens: [TokenLogProbability]?

    /// Creates a reply.
    public init(
        text: String,
        thinking: String? = nil,
        finish: FinishReason,
        usage: Usage,
        tokens: [TokenLogProbability]? = nil
    ) {
        self.text = text
        self.thinking = thinking
        self.finish = finish
        self.usage = usage
        self.tokens = tokens
    }
}
