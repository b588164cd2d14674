import PonderCore
import Testing

@Suite
struct RetryPolicyTests {
    private let policy = RetryPolicy(
        maximumAttempts: 6,
        initialDelay: .milliseconds(100),
        maximumDelay: .milliseconds(500)
    )
    private let error = ModelError(.server, "down", isRetryable: true)

    @Test(arguments: [(1, 100), (2, 200), (3, 400), (4, 500), (5, 500)])
    func `a delay lies between half of and the whole of its ceiling`(_ attempt: Int, _ ceiling: Int)
    {
        var delays: Set<Duration> = []
        for seed in 0..<UInt64(100) {
            var generator = RandomGenerator(seed: seed)
            guard
                let delay = policy.delay(afterAttempt: attempt, error: error, using: &generator)
            else {
                Issue.record("no delay")
                return
            }
            let half = Duration.milliseconds(ceiling) / 2
            #expect((half...(half * 2)).contains(delay))
            delays.insert(delay)
        }
        #expect(delays.count > 50)
    }

    @Test
    func `the last attempt and an error for good are not tried again`() {
        var generator = RandomGenerator(seed: 1)
        #expect(policy.delay(afterAttempt: 6, error: error, using: &generator) == nil)
        let final = ModelError(.badRequest, "no")
        #expect(policy.delay(afterAttempt: 1, error: final, using: &generator) == nil)
        #expect(RetryPolicy.never.delay(afterAttempt: 1, error: error, using: &generator) == nil)
    }

    @Test
    func `a provider that asks to wait is heeded up to the longest delay`() {
        var generator = RandomGenerator(seed: 1)
        var slow = error
        slow.retryAfter = .milliseconds(450)
        let delay = policy.delay(afterAttempt: 1, error: slow, using: &generator)
        #expect(delay == .milliseconds(450))
        slow.retryAfter = .milliseconds(501)
        #expect(policy.delay(afterAttempt: 1, error: slow, using: &generator) == nil)
        slow.retryAfter = .milliseconds(1)
        let jittered = policy.delay(afterAttempt: 1, error: slow, using: &generator)
        #expect(jittered.map { $0 >= .milliseconds(50) } == true)
    }
}
