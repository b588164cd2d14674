/// What a model can do, declared or probed once, never guessed.
public struct ModelCapabilities: Hashable, Sendable, Codable {
    /// The most alternatives per position whose log-probabilities can be had; `nil` if none at all.
    ///
    /// Zero means that only the chosen token's log-probability is known.
    public var topLogProbabilities: Int?

    /// Whether the model continues a partial assistant reply word for word.
    public var continuesPartialReply: Bool

    /// Whether a seed is accepted.
    public var acceptsSeed: Bool

    /// Whether equal requests with equal seeds give equal replies at any load.
    public var isRepeatable: Bool

    /// The kinds of constrained decoding that the model supports.
    public var constraints: Set<Constraint.Kind>

    /// The most draws that one provider call can return; 1 when draws are taken one by one.
    public var drawsPerCall: Int

    /// Whether ``LanguageModel/tokenUpperBound(of:)`` is exact.
    public var countsTokensExactly: Bool

    /// Whether thinking arrives apart from the answer.
    public var separatesThinking: Bool

    /// The sampling parameters that the model takes.
    public var samplingParameters: Set<SamplingParameter>

    /// For a table of samples made elsewhere, how many draws each request has; otherwise `nil`.
    public var availableDraws: Int?

    /// Creates a description of a plain text model: no log-probabilities, no continuation.
    public init(
        topLogProbabilities: Int? = nil,
        continuesPartialReply: Bool = false,
        acceptsSeed: Bool = false,
        isRepeatable: Bool = false,
        constraints: Set<Constraint.Kind> = [],
        drawsPerCall: Int = 1,
        countsTokensExactly: Bool = false,
        separatesThinking: Bool = false,
        samplingParameters: Set<SamplingParameter> = [.temperature, .topP],
        availableDraws: Int? = nil
    ) {
        precondition(drawsPerCall >= 1, "drawsPerCall must be at least 1, not \(drawsPerCall)")
        self.topLogProbabilities = topLogProbabilities
        self.continuesPartialReply = continuesPartialReply
        self.acceptsSeed = acceptsSeed
        self.isRepeatable = isRepeatable
        self.constraints = constraints
        self.drawsPerCall = drawsPerCall
        self.countsTokensExactly = countsTokensExactly
        self.separatesThinking = separatesThinking
        self.samplingParameters = samplingParameters
        self.availableDraws = availableDraws
    }
}
