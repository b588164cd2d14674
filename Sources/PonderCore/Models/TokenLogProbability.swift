/// One token of a reply with its log-probability and those of the likeliest alternatives.
///
/// All log-probabilities are natural and taken before temperature and truncation of the
/// distribution, where the provider says so; the provider's page in the docs states which.
public struct TokenLogProbability: Hashable, Sendable, Codable {
    /// A token that could have stood at this position.
    public struct Alternative: Hashable, Sendable, Codable {
        /// The token's text.
        public var text: String
        /// The natural logarithm of its probability.
        public var logProbability: Double

        /// Creates an alternative.
        public init(text: String, logProbability: Double) {
            self.text = text
            self.logProbability = logProbability
        }
    }

    /// The token's text; a token that splits a character holds replacement characters.
    public var text: String

    /// The number of UTF-8 bytes that the token adds to the reply, where the provider says it.
    public var byteCount: Int?

    /// The natural logarithm of the chosen token's probability.
    public var logProbability: Double

    /// The likeliest tokens at this position, likeliest first; may contain the chosen one.
    public var alternatives: [Alternative]

    /// Creates a token.
    public init(
        text: String,
        byteCount: Int? = nil,
        logProbability: Double,
        alternatives: [Alternative] = []
    ) {
        self.text = text
        self.byteCount = byteCount
        self.logProbability = logProbability
        self.alternatives = alternatives
    }
}
