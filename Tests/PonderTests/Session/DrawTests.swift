import Ponder
import PonderTestKit
import Synchronization
import Testing

/// A search that waits for ever fails by the time limit.
@Suite(.timeLimit(.minutes(5)))
struct DrawTests {
    private let stream = DrawStream(runSeed: Seed(7), epoch: 0)

    /// A model whose answer is a function of the draw's seed.
    private func seeded() -> ScriptedModel {
        ScriptedModel { _, seed in ScriptedReply("so it is = \(seed % 1000)") }
    }

    private func source(
        _ store: any DrawStore,
        _ mode: DrawSource.Mode = .record
    ) -> DrawSource {
        DrawSource(store, mode: mode, stream: stream)
    }

    private func search(
        _ strategy: any Strategy,
        _ model: any LanguageModel,
        _ draws: DrawSource,
        budget: Budget = .unlimited
    ) async throws -> SearchResult {
        var bench = SearchBench()
        bench.draws = draws
        bench.budget = budget
        return try await Search(strategy).run(bench.context(model))
    }

    @Test
    func `equal requests of one search are different draws`() async throws {
        let model = seeded()
        var bench = SearchBench()
        bench.draws = source(MemoryDrawStore())
        let strategy = SelfConsistency(draws: 6, width: 2)
        let (_, session) = try await Search(strategy).runKeepingSession(bench.context(model))
        #expect(Set(model.calls.map(\.seed)).count == 6)
        #expect(session.reports.map(\.address.index) == Array(0..<6))
        #expect(Set(session.reports.map(\.address.key)).count == 1)
    }

    @Test
    func `runs and epochs share no draw`() async throws {
        let store = MemoryDrawStore()
        var seeds: Set<UInt64?> = []
        for (run, epoch) in [(7, 0), (7, 1), (8, 0), (8, 1)] {
            let model = seeded()
            let stream = DrawStream(runSeed: Seed(UInt64(run)), epoch: epoch)
            let draws = source(store).with(stream)
            _ = try await search(SelfConsistency(draws: 5), model, draws)
            seeds.formUnion(model.calls.map(\.seed))
        }
        #expect(seeds.count == 20)
    }

    @Test
    func `a greedy request has one draw, which is paid for once and charged each time`()
        async throws
    {
        let model = seeded()
        let call = CallingStrategy.call("hello", temperature: 0)
        let strategy = CallingStrategy([call, call], [call])
        var bench = SearchBench()
        bench.draws = source(MemoryDrawStore())
        bench.concurrency = 3
        let context = bench.context(model)
        let (result, session) = try await Search(strategy).runKeepingSession(context)
        #expect(session.reports.map(\.address.index) == [0, 0, 0])
        #expect(model.calls.count == 1)
        #expect(result.charged.total.asSent.calls == 3)
        #expect(context.billing.total.calls == 1)
    }

    @Test
    func `a replay calls no model and gives the same result`() async throws {
        let store = MemoryDrawStore()
        let strategy = SelfConsistency(draws: 6, width: 4)
        let first = try await search(strategy, seeded(), source(store))
        let model = ScriptedModel(replies: [])
        let again = try await search(strategy, model, source(store, .replay))
        #expect(model.calls.isEmpty)
        #expect(again.trace == first.trace)
        #expect(again.charged == first.charged)
        #expect(again.reading == first.reading)
    }

    @Test
    func `a replay that lacks a draw names what it asked for`() async throws {
        let store = MemoryDrawStore()
        _ = try await search(SelfConsistency(draws: 2), seeded(), source(store))
        let model = seeded()
        let error = try await #require(throws: ModelError.self) {
            try await search(SelfConsistency(draws: 3), model, source(store, .replay))
        }
        #expect(error.code == .missingDraw)
        #expect(error.message.contains("#2"))
        #expect(error.message.contains("What is 2 + 2?"))
        #expect(error.message.contains("role policy"))
        #expect(model.calls.isEmpty)
    }

    @Test
    func `a recorded draw serves a lowered limit where its tokens are known`() async throws {
        let store = MemoryDrawStore()
        let long = ScriptedModel { _, _ in ScriptedReply("one two three four five six") }
        let call = CallingStrategy.call("count", least: 2, alternatives: 0)
        let whole = try await search(CallingStrategy([call]), long, source(store))
        #expect(whole.answer?.text == "one two three four five six")
        let cut = try await search(
            CallingStrategy([call]),
            ScriptedModel(replies: []),
            source(store, .replay),
            budget: Budget(outputTokens: 4)
        )
        #expect(cut.answer?.text == "one two three four")
        #expect(cut.charged.total.asSent.outputTokens == 4)
        #expect(cut.trace.contains { $0.kind.isSettled(finish: .length) })
    }

    @Test
    func `a recorded draw serves any limit that holds it whole`() async throws {
        let store = MemoryDrawStore()
        let short = ScriptedModel { _, _ in ScriptedReply("one two") }
        let call = CallingStrategy.call("count", least: 2)
        _ = try await search(CallingStrategy([call]), short, source(store))
        let lowered = try await search(
            CallingStrategy([call]),
            ScriptedModel(replies: []),
            source(store, .replay),
            budget: Budget(outputTokens: 2)
        )
        #expect(lowered.answer?.text == "one two")
        #expect(lowered.trace.contains { $0.kind.isSettled(finish: .stop) })
    }

    @Test
    func `a recorded draw without tokens does not serve a limit that would cut it`() async throws {
        let store = MemoryDrawStore()
        let long = ScriptedModel { _, _ in ScriptedReply("one two three four five six") }
        let strategy = CallingStrategy([CallingStrategy.call("count", least: 2)])
        _ = try await search(strategy, long, source(store))
        let budget = Budget(outputTokens: 4)
        let error = try await #require(throws: ModelError.self) {
            try await search(strategy, long, source(store, .replay), budget: budget)
        }
        #expect(error.code == .missingDraw)
        let taken = try await search(strategy, long, source(store), budget: budget)
        #expect(taken.answer?.text == "one two three four")
        #expect(long.calls.map(\.sampling.maxOutputTokens) == [16, 4])
        #expect(Set(long.calls.map(\.seed)).count == 1)
    }

    @Test
    func `a cut inside a character that tokens do not spell is not made up`() async throws {
        let store = MemoryDrawStore()
        let address = DrawAddress(
            key: DrawKey(model: seeded().identity, request: CallingStrategy.call("smile").request),
            stream: stream,
            index: 0
        )
        let split = ["a", "\u{FFFD}", "\u{FFFD}"].map {
            TokenLogProbability(text: $0, logProbability: -1)
        }
        let reply = Reply(
            text: "aé",
            finish: .stop,
            usage: Usage(prompt: .reported(4), output: .reported(3)),
            tokens: split
        )
        store.commit(
            RecordedDraw(reply: reply, outputLimit: 16, topLogProbabilities: 0),
            at: address,
            request: CallingStrategy.call("smile").request,
            model: seeded().identity,
            entry: 0,
            billed: .zero
        )
        let strategy = CallingStrategy([CallingStrategy.call("smile", least: 1)])
        let replay = source(store, .replay)
        let one = try await search(strategy, seeded(), replay, budget: Budget(outputTokens: 1))
        #expect(one.answer?.text == "a")
        let error = try await #require(throws: ModelError.self) {
            try await search(strategy, seeded(), replay, budget: Budget(outputTokens: 2))
        }
        #expect(error.code == .missingDraw)
    }

    @Test
    func `fewer log-probabilities are served from more, and more are refused`() async throws {
        let store = MemoryDrawStore()
        let model = seeded()
        func strategy(_ alternatives: Int?) -> CallingStrategy {
            CallingStrategy([CallingStrategy.call("hello", alternatives: alternatives)])
        }
        _ = try await search(strategy(1), model, source(store))
        for fewer in [1, 0, nil] {
            _ = try await search(strategy(fewer), model, source(store))
        }
        #expect(model.calls.count == 1)
        let error = try await #require(throws: ModelError.self) {
            try await search(strategy(2), model, source(store))
        }
        #expect(error.code == .missingDraw)
        #expect(error.message.contains("1 alternatives per token, and 2 are needed"))
    }

    @Test
    func `searches that ask for one draw at a time pay for it once`() async throws {
        var plan = FaultPlan()
        plan.latency = 9
        let base = FaultyModel(seeded(), plan: plan)
        let draws = source(MemoryDrawStore())
        let strategy = SelfConsistency(draws: 6, width: 3)
        let results = try await withThrowingTaskGroup(of: SearchResult.self) { group in
            for _ in 0..<8 { group.addTask { try await search(strategy, base, draws) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(base.bill.count == 6)
        #expect(Set(results.map(\.trace)).count == 1)
        #expect(Set(results.map(\.charged)).count == 1)
    }

    @Test
    func `whoever waits for a draw is charged its failed attempts too`() async throws {
        let failures = Mutex(0)
        let model = ScriptedModel { _, _ in
            for _ in 0..<20 { await Task.yield() }
            let count = failures.withLock { count in
                count += 1
                return count
            }
            guard count > 2 else { throw ModelError(.server, "down", isRetryable: true) }
            return ScriptedReply("= 4")
        }
        let draws = source(MemoryDrawStore())
        let results = try await withThrowingTaskGroup(of: SearchResult.self) { group in
            for _ in 0..<4 { group.addTask { try await search(Single(), model, draws) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(model.calls.count == 3)
        #expect(results.map(\.charged.total.asSent.calls) == [3, 3, 3, 3])
        #expect(Set(results.map(\.charged)).count == 1)
    }

    @Test
    func `a reply that came with a cancellation is kept`() async throws {
        let store = MemoryDrawStore()
        let cancelling = CancellationSwitch()
        let model = ScriptedModel { _, _ in
            cancelling.cancel()
            try? await ManualClock().sleep(for: .seconds(1))
            return ScriptedReply("= 4")
        }
        let result = try await cancelling.run {
            try await search(SelfConsistency(draws: 3), model, source(store))
        }
        #expect(result.stop == .cancelled)
        #expect(result.answer?.canonical == "4")
        #expect(result.charged.total.asSent.calls == 1)
        let replayed = try await search(
            Single(),
            ScriptedModel(replies: []),
            source(store, .replay)
        )
        #expect(replayed.answer?.canonical == "4")
        #expect(replayed.charged == result.charged)
    }

    @Test
    func `failed attempts of earlier invocations are charged`() async throws {
        let store = MemoryDrawStore()
        let usage = Usage(prompt: .reported(9), output: .reported(3))
        let attempts = Mutex(0)
        let model = ScriptedModel { _, _ in
            let attempt = attempts.withLock { count in
                count += 1
                return count
            }
            guard attempt > 2 else {
                throw ModelError(.server, "down", isRetryable: true, usage: usage)
            }
            return ScriptedReply("= 4")
        }
        let first = try await search(Single(), model, source(store))
        #expect(first.charged.total.asSent.calls == 3)
        #expect(first.charged.total.asSent.outputTokens == 2 + 3 + 3)
        for mode in [DrawSource.Mode.record, .replay] {
            let again = try await search(Single(), model, source(store, mode))
            #expect(again.charged == first.charged)
        }
        let refused = try await search(
            Single(),
            model,
            source(store),
            budget: Budget(calls: 2)
        )
        #expect(refused.stop == .budget)
        #expect(model.calls.count == 3)
    }

    @Test
    func `a permutation reorders the draws of its request and of no other`() async throws {
        let store = MemoryDrawStore()
        var bench = SearchBench()
        bench.draws = source(store)
        let model = seeded()
        let context = bench.context(model)
        let plain = try await Search(SelfConsistency(draws: 4)).run(context)
        let key = DrawKey(model: model.identity, request: context.policyRequest)
        var replay = source(store, .replay)
        replay.permutation = DrawSource.Permutation(key: key, order: [2, 0, 3, 1])
        let turned = try await search(SelfConsistency(draws: 4), model, replay)
        let order = [2, 0, 3, 1].map { plain.candidates[$0].candidate.text }
        #expect(turned.candidates.map(\.candidate.text) == order)
        let other = DrawKey(model: model.identity, request: CallingStrategy.call("other").request)
        replay.permutation = DrawSource.Permutation(key: other, order: [2, 0, 3, 1])
        let unturned = try await search(SelfConsistency(draws: 4), model, replay)
        #expect(unturned.candidates == plain.candidates)
    }

    @Test
    func `without recording every draw is taken anew, with the same seeds`() async throws {
        let store = AuditedDrawStore()
        let model = seeded()
        for _ in 0..<2 {
            _ = try await search(SelfConsistency(draws: 3), model, source(store, .off))
        }
        #expect(model.calls.count == 6)
        #expect(Set(model.calls.map(\.seed)).count == 3)
        #expect(store.entries.isEmpty)
    }

    @Test
    func `exact token counts are recorded, so that a replay asks no one`() async throws {
        var capabilities = ScriptedModel.everything
        capabilities.countsTokensExactly = true
        let store = MemoryDrawStore()
        let exact = ScriptedModel(capabilities: capabilities) { _, _ in ScriptedReply("= 4") }
        let first = try await search(
            Single(),
            exact,
            source(store),
            budget: Budget(totalTokens: 40)
        )
        #expect(first.answer?.canonical == "4")
        let dumb = UncountingModel(exact)
        let again = try await search(
            Single(),
            dumb,
            source(store, .replay),
            budget: Budget(totalTokens: 40)
        )
        #expect(again.trace == first.trace)
        let error = try await #require(throws: ModelError.self) {
            try await search(Single(), dumb, source(MemoryDrawStore(), .replay))
        }
        #expect(error.code == .missingDraw)
    }
}
