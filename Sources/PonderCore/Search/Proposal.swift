/// The answer that a search would give if it ended now.
public struct Proposal: Hashable, Sendable {
    /// The answer, or why there is none yet.
    public var reading: AnswerReading

    /// The strategy's own confidence in `0...1`: not calibrated unless the strategy says so.
    public var confidence: Double

    /// The candidate that the answer was read from, if it came from one.
    public var candidate: Int?

    /// Creates a proposal.
    public init(reading: AnswerReading, confidence: Double, candidate: Int? = nil) {
        self.reading = reading
        self.confidence = confidence
        self.candidate = candidate
    }
}
