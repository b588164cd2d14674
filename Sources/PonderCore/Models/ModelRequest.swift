/// One request to a model: a conversation, perhaps a begun reply, and how to draw the rest.
public struct ModelRequest: Hashable, Sendable, Codable {
    /// The conversation so far, oldest first.
    public var messages: [Message]

    /// The beginning of the assistant's reply, to be continued word for word.
    public var partialReply: String?

    /// How the reply is drawn.
    public var sampling: SamplingOptions

    /// Strings that end the reply; the one that did is not part of the text.
    public var stop: [String]

    /// The seed of this draw, for models that take one.
    public var seed: UInt64?

    /// What the text must conform to.
    public var constraint: Constraint?

    /// How many alternatives per position to return log-probabilities of; `nil` for none at all.
    ///
    /// Zero asks for the chosen token's log-probability only.
    public var topLogProbabilities: Int?

    /// Creates a request.
    public init(
        messages: [Message],
        partialReply: String? = nil,
        sampling: SamplingOptions,
        stop: [String] = [],
        seed: UInt64? = nil,
        constraint: Constraint? = nil,
        topLogProbabilities: Int? = nil
    ) {
        self.messages = messages
        self.partialReply = partialReply
        self.sampling = sampling
        self.stop = stop
        self.seed = seed
        self.constraint = constraint
        self.topLogProbabilities = topLogProbabilities
    }
}
