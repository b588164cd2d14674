/// How much was exported or imported.
public struct BankTally: Hashable, Sendable, Codable {
    /// Requests that draws were taken from.
    public var requests: Int

    /// Draws.
    public var draws: Int

    /// Failed attempts.
    public var attempts: Int

    /// Upper bounds of prompts.
    public var promptBounds: Int

    /// Creates a tally; of nothing by default.
    public init(requests: Int = 0, draws: Int = 0, attempts: Int = 0, promptBounds: Int = 0) {
        self.requests = requests
        self.draws = draws
        self.attempts = attempts
        self.promptBounds = promptBounds
    }
}
