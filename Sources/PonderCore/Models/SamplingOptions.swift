/// How a model draws a reply.
///
/// A `nil` parameter is not sent: the provider's default applies.
public struct SamplingOptions: Hashable, Sendable, Codable {
    /// The softmax temperature, 0 or more; 0 means greedy.
    public var temperature: Double?

    /// The nucleus: sample among the smallest set with at least this probability, in `0 < p <= 1`.
    public var topP: Double?

    /// Sample among this many likeliest tokens, at least 1.
    public var topK: Int?

    /// Sample among tokens with at least this share of the top probability, in `0...1`.
    public var minP: Double?

    /// The most output tokens, thinking included; at least 1.
    public var maxOutputTokens: Int

    /// A named level of thinking effort, in the model's own words (`low`, `medium`, `high`).
    public var effort: String?

    /// The most tokens of thinking, where the model can limit them.
    public var maxThinkingTokens: Int?

    /// Creates sampling options.
    public init(
        temperature: Double? = nil,
        topP: Double? = nil,
        topK: Int? = nil,
        minP: Double? = nil,
        maxOutputTokens: Int,
        effort: String? = nil,
        maxThinkingTokens: Int? = nil
    ) {
        precondition(maxOutputTokens >= 1, "maxOutputTokens must be at least 1")
        self.temperature = temperature
        self.topP = topP
        self.topK = topK
        self.minP = minP
        self.maxOutputTokens = maxOutputTokens
        self.effort = effort
        self.maxThinkingTokens = maxThinkingTokens
    }

    /// Whether every draw of one request is the same by construction.
    public var isGreedy: Bool { temperature == 0 }
}
