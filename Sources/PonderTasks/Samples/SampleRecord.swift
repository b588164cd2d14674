public import PonderCore

/// One reply to one problem, made elsewhere and read from a file.
public struct SampleRecord: Sendable {
    /// The id of the problem.
    public let id: String

    /// The reply's number among those to its problem; file order where the file gives none.
    public let sample: Int

    /// The reply's text.
    public let text: String

    /// Why the reply ended; `stop` where the file does not say.
    public let finish: FinishReason

    /// The tokens with log-probabilities, where the file has them.
    public let tokens: [TokenLogProbability]?

    /// What the reply used, where the file gives prompt and output tokens.
    public let usage: Usage?

    /// The number of output tokens, where the file gives it.
    public let outputTokens: Int?

    /// The whole record, with the task's own fields if the file has them.
    public let record: DataRecord
}
