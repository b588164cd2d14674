/// How often and after what delay a failed attempt is tried again.
///
/// The delay before attempt `n + 1` is drawn uniformly between half of and the whole of
/// `initialDelay * 2^(n - 1)`, at most `maximumDelay`, and never below what the provider asks for.
public struct RetryPolicy: Hashable, Sendable, Codable {
    /// The most attempts at one call, the first one included; at least 1.
    public var maximumAttempts: Int

    /// The longest delay before the second attempt.
    public var initialDelay: Duration

    /// The longest delay before any attempt; a provider that asks for more ends the call.
    public var maximumDelay: Duration

    /// Creates a policy.
    public init(
        maximumAttempts: Int = 4,
        initialDelay: Duration = .milliseconds(500),
        maximumDelay: Duration = .seconds(30)
    ) {
        precondition(maximumAttempts >= 1, "maximumAttempts must be at least 1")
        self.maximumAttempts = maximumAttempts
        self.initialDelay = initialDelay
        self.maximumDelay = maximumDelay
    }

    /// Never tries again.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// Returns how long to wait before the next attempt, or `nil` to give up.
    ///
    /// - Parameters:
    ///   - attempt: how many attempts have failed, from 1.
    ///   - error: why the last one failed.
    ///   - generator: the source of the jitter.
    public func delay(
        afterAttempt attempt: Int,
        error: ModelError,
        using generator: inout RandomGenerator
    ) -> Duration? {
        guard error.isRetryable, attempt < maximumAttempts else { return nil }
        let doublings = min(attempt - 1, 30)
        let ceiling = min(initialDelay * (1 << doublings), maximumDelay)
        let jittered = ceiling / 2 + (ceiling / 2) * generator.unitInterval()
        guard let asked = error.retryAfter else { return jittered }
        return asked > maximumDelay ? nil : max(asked, jittered)
    }
}
