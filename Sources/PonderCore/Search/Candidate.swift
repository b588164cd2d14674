/// A terminal text of a search with the answer that was read from it.
public struct Candidate: Hashable, Sendable {
    /// The reply's place in issue order among the candidates of its search, from 0.
    public var index: Int

    /// The whole text of the solution, without thinking.
    public var text: String

    /// What was read from it.
    public var reading: AnswerReading

    /// The tokens with log-probabilities, where the model gave them.
    public var tokens: [TokenLogProbability]?

    /// Creates a candidate.
    public init(
        index: Int,
        text: String,
        reading: AnswerReading,
        tokens: [TokenLogProbability]? = nil
    ) {
        self.index = index
        self.text = text
        self.reading = reading
        self.tokens = tokens
    }

    /// The answer, if one could be read.
    public var answer: Answer? { reading.answer }
}
