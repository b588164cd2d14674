/// A draw as it was taken: the reply and the limit that it was taken under.
public struct RecordedDraw: Hashable, Sendable, Codable {
    /// The reply, whole.
    public var reply: Reply

    /// The output limit that the reply was drawn under.
    public var outputLimit: Int

    /// The number of alternatives that log-probabilities were asked for; `nil` for none at all.
    public var topLogProbabilities: Int?

    /// Creates a record.
    public init(reply: Reply, outputLimit: Int, topLogProbabilities: Int?) {
        self.reply = reply
        self.outputLimit = outputLimit
        self.topLogProbabilities = topLogProbabilities
    }
}
