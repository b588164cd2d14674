import Ponder
import PonderTestKit
import Synchronization
import Testing

@Suite
struct AttemptTests {
    private static let used = Usage(prompt: .reported(9), output: .reported(3))

    /// A model whose first attempts fail, all together, with this error.
    private func failing(_ count: Int, _ error: ModelError) -> ScriptedModel {
        let attempts = Mutex(0)
        return ScriptedModel { _, _ in
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            guard attempt > count else { throw error }
            return ScriptedReply("= 4")
        }
    }

    private let down = ModelError(.server, "down", isRetryable: true, usage: used)

    @Test
    func `a failed attempt is tried again after the policy's delay`() async throws {
        let clock = ManualClock(.skipping)
        var bench = SearchBench()
        bench.clock = clock
        bench.retries = RetryPolicy(initialDelay: .seconds(1), maximumDelay: .seconds(3))
        let result = try await Search(Single()).run(bench.context(failing(3, down)))
        #expect(result.answer?.canonical == "4")
        let ceilings: [Duration] = [.seconds(1), .seconds(2), .seconds(3)]
        #expect(clock.sleeps.count == 3)
        for (sleep, ceiling) in zip(clock.sleeps, ceilings) {
            #expect((ceiling / 2...ceiling).contains(sleep))
        }
        let again = ManualClock(.skipping)
        bench.clock = again
        _ = try await Search(Single()).run(bench.context(failing(3, down)))
        #expect(again.sleeps == clock.sleeps)
    }

    @Test
    func `a provider that says when to come back is heeded`() async throws {
        var busy = down
        busy.retryAfter = .seconds(20)
        let clock = ManualClock(.skipping)
        var bench = SearchBench()
        bench.clock = clock
        let result = try await Search(Single()).run(bench.context(failing(1, busy)))
        #expect(result.answer != nil)
        #expect(clock.sleeps == [.seconds(20)])
        busy.retryAfter = .seconds(31)
        let model = failing(1, busy)
        let given = try await Search(Single()).run(bench.context(model))
        #expect(given.reading == .none(.failed))
        #expect(given.failure == busy)
        #expect(model.calls.count == 1)
    }

    @Test
    func `every attempt is charged, with what it used or its bound`() async throws {
        let bench = SearchBench()
        let known = try await Search(Single()).run(bench.context(failing(2, down)))
        // The prompt has five words and the overhead of one message.
        let reply = Spend(promptTokens: 8, outputTokens: 2, calls: 1)
        let failure = Spend(promptTokens: 9, outputTokens: 3, calls: 1)
        #expect(known.charged.total.asSent == reply + failure + failure)
        #expect(known.charged.total.distinctPromptTokens == 8)
        let silent = ModelError(.timeout, "no word", isRetryable: true)
        let unknown = try await Search(Single()).run(bench.context(failing(1, silent)))
        // Fourteen bytes and the overhead of one message, and the whole limit.
        let bound = Spend(promptTokens: 30, outputTokens: 16, calls: 1)
        #expect(unknown.charged.total.asSent == reply + bound)
        let unreached = ModelError(.unreachable, "no", isRetryable: true, usage: Usage.none)
        let none = try await Search(Single()).run(bench.context(failing(1, unreached)))
        #expect(none.charged.total.asSent == reply + Spend(calls: 1))
        #expect(none.charged.total.distinctPromptTokens == 8)
    }

    @Test
    func `a call is not tried again where the budget has no room for it`() async throws {
        var bench = SearchBench()
        bench.budget = Budget(calls: 2)
        let model = failing(5, down)
        let result = try await Search(Single()).run(bench.context(model))
        #expect(model.calls.count == 2)
        #expect(result.reading == .none(.failed))
        #expect(result.charged.total.asSent.calls == 2)
    }

    @Test
    func `an error for good is not tried again`() async throws {
        let model = failing(5, ModelError(.badRequest, "no"))
        let result = try await Search(SelfConsistency(draws: 2)).run(SearchBench().context(model))
        #expect(model.calls.count == 2)
        #expect(result.reading == .none(.failed))
        #expect(result.stop == .finished)
        #expect(result.failure?.code == .badRequest)
    }

    @Test
    func `retries are few beside calls, once the first are used up`() async throws {
        var bench = SearchBench()
        bench.retries = RetryPolicy(maximumAttempts: 2)
        let model = failing(1000, down)
        let context = bench.context(model)
        let result = try await Search(SelfConsistency(draws: 100)).run(context)
        #expect(result.reading == .none(.failed))
        // Twenty retries are free, and one more for every five calls.
        #expect(model.calls.count == 100 + 20 + 20)
    }

    @Test
    func `a fatal error ends the search and stops the model for every other`() async throws {
        let fatal = ModelError(.authentication, "no such key", isFatal: true, usage: Usage.none)
        let model = failing(1, fatal)
        let context = SearchBench().context(model)
        for _ in 0..<2 {
            let error = try await #require(throws: ModelError.self) {
                try await Search(SelfConsistency(draws: 3, width: 1)).run(context)
            }
            #expect(error == fatal)
        }
        #expect(model.calls.count == 1)
    }

    @Test
    func `a provider over its limit is billed as it was and not called again`() async throws {
        var plan = FaultPlan()
        plan.overLimit = 1000
        let model = FaultyModel(ScriptedModel { _, _ in ScriptedReply("= 4") }, plan: plan)
        let context = SearchBench().context(model)
        let error = try await #require(throws: ModelError.self) {
            try await Search(SelfConsistency(draws: 3, width: 1)).run(context)
        }
        #expect(error.code == .boundViolated)
        #expect(error.isFatal)
        #expect(error.message.contains("19 output tokens where 16 were allowed"))
        #expect(model.bill.count == 1)
        #expect(context.billing.total.outputTokens == 19)
    }

    @Test
    func `a failed attempt over its limit is a violation as well`() async throws {
        let over = Usage(prompt: .reported(9), output: .reported(17))
        let error = ModelError(.connectionLost, "cut", isRetryable: true, usage: over)
        let context = SearchBench().context(failing(1, error))
        let thrown = try await #require(throws: ModelError.self) {
            try await Search(Single()).run(context)
        }
        #expect(thrown.code == .boundViolated)
        #expect(context.billing.total.outputTokens == 17)
    }

    @Test
    func `a loose bound of unknown usage is brought down to the reservation`() async throws {
        var plan = FaultPlan()
        plan.missingUsage = 1000
        let honest = ScriptedModel { _, _ in ScriptedReply("= 4") }
        let vague = FaultyModel(honest, plan: plan)
        let store = MemoryDrawStore()
        var bench = SearchBench()
        bench.draws = DrawSource(
            store,
            mode: .record,
            stream: DrawStream(runSeed: Seed(1), epoch: 0)
        )
        // The first draw is honest, so that the second one's prompt is reserved exactly.
        _ = try await Search(Single()).run(bench.context(honest))
        let result = try await Search(SelfConsistency(draws: 2, width: 1)).run(bench.context(vague))
        #expect(result.answer?.canonical == "4")
        #expect(result.charged.total.asSent.promptTokens == 8 + 8)
        #expect(result.charged.total.asSent.outputTokens == 2 + 16)
    }

    @Test
    func `counting tokens is tried again like a call`() async throws {
        let clock = ManualClock(.skipping)
        var bench = SearchBench()
        bench.clock = clock
        let model = FlakyCounter(ScriptedModel { _, _ in ScriptedReply("= 4") }, failures: 2)
        let result = try await Search(Single()).run(bench.context(model))
        #expect(result.answer?.canonical == "4")
        #expect(clock.sleeps.count == 2)
        #expect(result.charged.total.asSent.calls == 1)
        let dead = FlakyCounter(ScriptedModel { _, _ in ScriptedReply("= 4") }, failures: 9)
        let error = try await #require(throws: ModelError.self) {
            try await Search(Single()).run(bench.context(dead))
        }
        #expect(error.code == .unreachable)
    }

    @Test
    func `no more calls are in flight than the endpoint allows, and they start in order`()
        async throws
    {
        let flight = Mutex((now: 0, most: 0))
        let model = ScriptedModel { _, _ in
            flight.withLock { flight in
                flight.now += 1
                flight.most = max(flight.most, flight.now)
            }
            for _ in 0..<10 { await Task.yield() }
            flight.withLock { $0.now -= 1 }
            return ScriptedReply("= 4")
        }
        var bench = SearchBench()
        bench.concurrency = 3
        let (_, session) = try await Search(SelfConsistency(draws: 20))
            .runKeepingSession(bench.context(model))
        #expect(flight.withLock { $0.most } <= 3)
        #expect(session.reports.map(\.call) == Array(0..<20))
        bench.concurrency = 1
        let serial = ScriptedModel { _, _ in ScriptedReply("= 4") }
        let (_, ordered) = try await Search(SelfConsistency(draws: 20))
            .runKeepingSession(bench.context(serial))
        #expect(serial.calls.map(\.seed) == ordered.reports.map { .some($0.address.seed) })
    }
}
