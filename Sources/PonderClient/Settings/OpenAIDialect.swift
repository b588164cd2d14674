public import PonderCore

/// What a server or model of the OpenAI family takes and gives; declared, never guessed.
///
/// Start from a preset and change what differs. A request that needs what the dialect does not
/// declare is refused before it is sent; nothing is dropped silently.
public struct OpenAIDialect: Hashable, Sendable {
    /// The name of the output limit.
    public var outputLimit: OutputLimitField

    /// The sampling parameters that are accepted.
    public var samplingParameters: Set<SamplingParameter>

    /// The name of the field that takes the effort, where ``samplingParameters`` has it.
    public var effortField: String

    /// The name of the field that takes the most tokens of thinking; `nil` if there is none.
    public var thinkingLimitField: String?

    /// Whether a seed is accepted.
    public var acceptsSeed: Bool

    /// Whether stop strings are accepted.
    public var acceptsStop: Bool

    /// The most alternatives per position with log-probabilities; `nil` if there are none at all.
    public var topLogProbabilities: Int?

    /// How thinking comes apart from the answer.
    public var thinking: ThinkingStyle

    /// How a partial reply is continued in a chat; `nil` if it cannot be.
    public var continuation: ContinuationStyle?

    /// How constraints are sent.
    public var constraints: ConstraintStyle

    /// What the usage of several choices covers.
    public var choiceUsage: ChoiceUsage

    /// Whether `stream_options` is accepted, which makes a stream end with its usage.
    public var acceptsStreamOptions: Bool

    /// Creates the least that every server takes: temperature, top-p, stop strings, `max_tokens`.
    public init() {
        outputLimit = .maxTokens
        samplingParameters = [.temperature, .topP]
        effortField = "reasoning_effort"
        thinkingLimitField = nil
        acceptsSeed = false
        acceptsStop = true
        topLogProbabilities = nil
        thinking = .none
        continuation = nil
        constraints = .none
        choiceUsage = .total
        acceptsStreamOptions = false
    }
}
