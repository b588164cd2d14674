/// Holds how many samples of one problem were correct.
public struct SuccessCount: Sendable, Hashable {
    /// The correct samples, in `0...trials`.
    public let successes: Int
    /// The samples drawn, at least 0.
    public let trials: Int

    /// Creates a count of `successes` among `trials`.
    public init(successes: Int, trials: Int) {
        precondition(
            trials >= 0 && (0...max(0, trials)).contains(successes),
            "Successes are in 0...trials, got \(successes) of \(trials)"
        )
        self.successes = successes
        self.trials = trials
    }
}
