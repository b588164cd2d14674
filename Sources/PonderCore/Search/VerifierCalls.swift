/// How much a verifier calls its model for each candidate, at most; for forecasts.
public struct VerifierCalls: Hashable, Sendable {
    /// The calls per candidate where the model gives no log-probabilities.
    public var perCandidate: Int

    /// The output tokens of each such call.
    public var outputTokens: Int

    /// The calls per candidate where the model gives log-probabilities.
    public var perCandidateWithProbabilities: Int

    /// The output tokens of each such call.
    public var outputTokensWithProbabilities: Int

    /// Creates a description.
    public init(
        perCandidate: Int,
        outputTokens: Int,
        perCandidateWithProbabilities: Int? = nil,
        outputTokensWithProbabilities: Int? = nil
    ) {
        self.perCandidate = perCandidate
        self.outputTokens = outputTokens
        self.perCandidateWithProbabilities = perCandidateWithProbabilities ?? perCandidate
        self.outputTokensWithProbabilities = outputTokensWithProbabilities ?? outputTokens
    }
}
