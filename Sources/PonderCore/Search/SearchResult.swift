/// What a search found, what it spent, and how it got there.
public struct SearchResult: Sendable {
    /// The answer, or why there is none.
    public var reading: AnswerReading

    /// The strategy's own confidence in `0...1`; 0 without an answer.
    public var confidence: Double

    /// Why the search ended.
    public var stop: StopReason

    /// What the search would have paid alone, by role.
    public var charged: Ledger

    /// The candidates, in issue order, with their scores where a verifier gave one.
    public var candidates: [ScoredCandidate]

    /// What happened, in order.
    public var trace: [TraceEvent]

    /// The failure of the last failed call, if any call failed.
    public var failure: ModelError?

    /// Creates a result.
    public init(
        reading: AnswerReading,
        confidence: Double,
        stop: StopReason,
        charged: Ledger,
        candidates: [ScoredCandidate],
        trace: [TraceEvent],
        failure: ModelError? = nil
    ) {
        self.reading = reading
        self.confidence = confidence
        self.stop = stop
        self.charged = charged
        self.candidates = candidates
        self.trace = trace
        self.failure = failure
    }

    /// The answer, if there is one.
    public var answer: Answer? { reading.answer }
}
