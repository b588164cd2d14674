import Ponder
import PonderTestKit
import Synchronization
import Testing

/// A search that waits for ever fails by the time limit.
@Suite(.timeLimit(.minutes(5)))
struct EndingTests {
    /// A model that answers the first calls and then hangs until it is cancelled.
    private func hanging(
        after count: Int,
        onHang: @escaping @Sendable () async -> Void = {}
    ) -> ScriptedModel {
        let calls = Mutex(0)
        return ScriptedModel { _, _ in
            let call = calls.withLock { calls in
                calls += 1
                return calls
            }
            guard call > count else { return ScriptedReply("so = 4") }
            await onHang()
            try await ManualClock().sleep(for: .seconds(1))
            return ScriptedReply("too late = 5")
        }
    }

    /// Runs a strategy whose time is up at its third call.
    private func searchUntilDeadline(_ strategy: any Strategy) async throws -> SearchResult {
        let clock = ManualClock()
        var bench = SearchBench()
        bench.clock = clock
        bench.budget = Budget(wallTime: .seconds(10))
        let model = hanging(after: 2) {
            await clock.waitForSleepers()
            clock.advance(by: .seconds(9))
            clock.advance(by: .seconds(1))
        }
        return try await Search(strategy).run(bench.context(model))
    }

    @Test(arguments: [1, 3])
    func `a search whose time is up returns the best of earlier waves`(_ width: Int) async throws {
        let result = try await searchUntilDeadline(SelfConsistency(draws: 9, width: width))
        #expect(result.stop == .deadline)
        #expect(result.answer?.canonical == "4")
        #expect(result.candidates.count == 2)
        #expect(TraceAudit.violations(in: result.trace) == [])
    }

    @Test
    func `draws in flight are charged as reserved, and those not begun are not`() async throws {
        let result = try await searchUntilDeadline(SelfConsistency(draws: 9))
        #expect(result.stop == .deadline)
        #expect(result.charged.total.asSent.calls == 3)
        #expect(result.charged.total.asSent.outputTokens == 3 + 3 + 16)
        #expect(result.trace.count { $0.kind.isSettled(finish: .aborted) } == 7)
    }

    @Test
    func `a search that ends in time leaves its timer`() async throws {
        let clock = ManualClock()
        var bench = SearchBench()
        bench.clock = clock
        bench.budget = Budget(wallTime: .seconds(10))
        let result = try await Search(Single()).run(bench.context(hanging(after: 1)))
        #expect(result.stop == .finished)
        #expect(clock.sleeps == [.seconds(10)])
    }

    @Test(arguments: [1, 4])
    func `a cancelled search returns its best answer so far`(_ width: Int) async throws {
        let cancelling = CancellationSwitch()
        let model = hanging(after: 2) { cancelling.cancel() }
        let context = SearchBench().context(model)
        let result = try await cancelling.run {
            try await Search(SelfConsistency(draws: 9, width: width)).run(context)
        }
        #expect(result.stop == .cancelled)
        #expect(result.answer?.canonical == "4")
        #expect(result.trace.last?.kind == .stopped(reason: .cancelled))
    }

    @Test(arguments: [
        BestOfN(draws: 3, verifier: YesNoJudge()) as any Strategy,
        WeightedVote(draws: 3, verifier: YesNoJudge()),
    ])
    func `a search that is cancelled while it is judged has the answer that came first`(
        _ strategy: any Strategy
    ) async throws {
        let cancelling = CancellationSwitch()
        let judge = hanging(after: 0) { cancelling.cancel() }
        let context = SearchBench().context(hanging(after: 3), verifier: judge)
        let result = try await cancelling.run { try await Search(strategy).run(context) }
        #expect(result.stop == .cancelled)
        #expect(result.answer?.canonical == "4")
    }

    @Test
    func `a search that is cancelled before it begins has a typed reason`() async throws {
        let context = SearchBench().context(hanging(after: 9))
        let result = try await runCancelled(SelfConsistency(draws: 3), context)
        #expect(result.stop == .cancelled)
        #expect(result.reading == .none(.empty))
        #expect(result.charged == Ledger())
    }

    /// Runs a strategy in a task that is cancelled before it begins.
    private func runCancelled(
        _ strategy: any Strategy,
        _ context: SearchContext
    ) async throws -> SearchResult {
        try await withThrowingTaskGroup(of: SearchResult.self) { group in
            group.cancelAll()
            group.addTask { try await Search(strategy).run(context) }
            return try #require(try await group.next())
        }
    }

    @Test
    func `a call that is cancelled before it is made costs nothing`() async throws {
        var bench = SearchBench()
        bench.onEvent = { event in
            guard event.kind.issuedLimit != nil else { return }
            withUnsafeCurrentTask { $0?.cancel() }
        }
        let model = hanging(after: 9)
        let context = bench.context(model)
        let result = try await Search(SelfConsistency(draws: 2)).run(context)
        #expect(result.stop == .cancelled)
        #expect(model.calls.isEmpty)
        #expect(context.billing.total == .zero)
        #expect(result.charged.total.asSent == .zero)
        #expect(result.trace.count { $0.kind.isSettled(finish: .aborted) } == 1)
    }

    @Test
    func `a retry that waits ends with its search`() async throws {
        let clock = ManualClock()
        let cancelling = CancellationSwitch()
        var bench = SearchBench()
        bench.clock = clock
        let context = bench.context(
            ScriptedModel { _, _ in throw ModelError(.server, "down", isRetryable: true) }
        )
        async let cancelled = cancelling.run { try await Search(Single()).run(context) }
        await clock.waitForSleepers()
        cancelling.cancel()
        let result = try await cancelled
        #expect(result.stop == .cancelled)
        #expect(result.charged.total.asSent.calls == 1)
    }

    @Test
    func `a problem that waits for its turn can be cancelled, and the others go on`() async throws {
        let row = RowBudget(Budget(calls: 100), perProblem: .unlimited, problems: 2)
        var bench = SearchBench()
        bench.row = (row, 1)
        let second = bench.context(hanging(after: 9))
        bench.row = (row, 0)
        let first = bench.context(hanging(after: 9))
        let waiting = try await runCancelled(SelfConsistency(draws: 2), second)
        #expect(waiting.stop == .cancelled)
        let result = try await Search(SelfConsistency(draws: 4, width: 1)).run(first)
        #expect(result.stop == .finished)
    }
}
