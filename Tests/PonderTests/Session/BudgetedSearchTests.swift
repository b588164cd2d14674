import Ponder
import PonderTestKit
import Testing

@Suite
struct BudgetedSearchTests {
    private func model(_ text: String = "so = 4") -> ScriptedModel {
        ScriptedModel { _, _ in ScriptedReply(text) }
    }

    private func search(
        _ strategy: any Strategy,
        _ budget: Budget,
        concurrency: Int = 1,
        _ model: ScriptedModel
    ) async throws -> SearchResult {
        var bench = SearchBench()
        bench.budget = budget
        bench.concurrency = concurrency
        return try await Search(strategy).run(bench.context(model))
    }

    @Test
    func `a search that cannot make its first call has a typed reason and cost nothing`()
        async throws
    {
        let model = model()
        let budget = Budget(outputTokens: 15)
        let result = try await search(SelfConsistency(draws: 3), budget, model)
        #expect(result.stop == .budget)
        #expect(result.reading == .none(.empty))
        #expect(result.confidence == 0)
        #expect(result.charged == Ledger())
        #expect(result.candidates.isEmpty)
        #expect(
            result.trace.map(\.kind) == [
                .refused(call: 0, role: .policy), .stopped(reason: .budget),
            ]
        )
        #expect(model.calls.isEmpty)
    }

    @Test(arguments: [1, 2, 64])
    func `a call waits for earlier ones and gets what they leave`(_ concurrency: Int) async throws {
        // Replies use 3 of 16 tokens: bounds fit one at a time, usage fits three times.
        let budget = Budget(outputTokens: 22)
        let result = try await search(
            SelfConsistency(draws: 9),
            budget,
            concurrency: concurrency,
            model()
        )
        #expect(result.charged.total.asSent.calls == 3)
        #expect(result.charged.total.asSent.outputTokens == 9)
        #expect(result.stop == .budget)
    }

    @Test
    func `a prompt's bound is tightened once its count is known`() async throws {
        // A call needs 30 + 16 tokens by the loose bound, 8 + 16 by the exact one, and uses 8 + 3.
        let result = try await search(SelfConsistency(draws: 9), Budget(totalTokens: 46), model())
        #expect(result.charged.total.asSent.calls == 3)
        let none = try await search(SelfConsistency(draws: 9), Budget(totalTokens: 45), model())
        #expect(none.charged.total.asSent.calls == 0)
    }

    @Test
    func `a limit is lowered to what is left where the caller allows it`() async throws {
        let model = model("a b c d e f g h i j k l m n o p q r s t")
        let budget = Budget(outputTokens: 20)
        let calls = [Int?](repeating: 3, count: 3).map { CallingStrategy.call("count", least: $0) }
        let result = try await search(CallingStrategy(calls), budget, model)
        #expect(result.trace.compactMap(\.kind.issuedLimit) == [16, 4])
        #expect(result.charged.total.asSent.outputTokens == 20)
        #expect(result.stop == .budget)
        let tight = CallingStrategy([
            CallingStrategy.call("count"), CallingStrategy.call("count", least: 5),
        ])
        let refused = try await search(tight, budget, model)
        #expect(refused.trace.compactMap(\.kind.issuedLimit) == [16])
    }

    @Test(arguments: [1, 2, 64])
    func `a limit is not lowered where a tightened prompt makes room`(_ concurrency: Int)
        async throws
    {
        // By the loose bound a call needs 21 + 16 tokens, by the exact one 4 + 16; it uses 4 + 2.
        let calls = [
            CallingStrategy.call("count", least: 1), CallingStrategy.call("count", least: 1),
        ]
        let budget = Budget(totalTokens: 40)
        let model = model("a b")
        let result = try await search(
            CallingStrategy(calls),
            budget,
            concurrency: concurrency,
            model
        )
        #expect(result.trace.compactMap(\.kind.issuedLimit) == [16, 16])
    }

    @Test
    func `a lowered limit is another draw of the same address`() async throws {
        let model = model("a b c d e f")
        let strategy = CallingStrategy([CallingStrategy.call("count", least: 1)])
        _ = try await search(strategy, Budget(outputTokens: 2), model)
        _ = try await search(strategy, .unlimited, model)
        #expect(model.calls.map(\.sampling.maxOutputTokens) == [2, 16])
        #expect(Set(model.calls.map(\.seed)).count == 1)
    }

    @Test
    func `after one refusal every later call is refused, however small`() async throws {
        let model = model()
        let strategy = CallingStrategy(
            [CallingStrategy.call("a", limit: 4), CallingStrategy.call("b", limit: 20)],
            [CallingStrategy.call("c", limit: 1)]
        )
        let wave = CallingStrategy(
            [
                CallingStrategy.call("a", limit: 4), CallingStrategy.call("b", limit: 20),
                CallingStrategy.call("c", limit: 1),
            ]
        )
        for strategy in [strategy, wave] {
            let result = try await search(strategy, Budget(outputTokens: 10), model)
            #expect(result.charged.total.asSent.calls == 1)
            #expect(result.trace.count { $0.kind.isRefusal } == 1)
        }
    }

    @Test
    func `a strategy whose judgments were refused stopped for its budget`() async throws {
        var bench = SearchBench()
        bench.budget = Budget(calls: 3)
        let context = bench.context(model(), verifier: model("Yes"))
        let strategy = BestOfN(draws: 3, verifier: YesNoJudge())
        let result = try await Search(strategy).run(context)
        #expect(result.stop == .budget)
        #expect(result.answer?.canonical == "4")
        #expect(result.candidates.map(\.verdict) == [.missing, .missing, .missing])
    }

    @Test
    func `the spend limit ends the invocation, not the budget`() async throws {
        let billing = Billing(limit: Budget(calls: 2))
        var bench = SearchBench()
        bench.billing = billing
        let store = MemoryDrawStore()
        let stream = DrawStream(runSeed: Seed(1), epoch: 0)
        bench.draws = DrawSource(store, mode: .record, stream: stream)
        let model = model()
        let strategy = SelfConsistency(draws: 3, width: 1)
        let error = try await #require(throws: Billing.LimitReached.self) {
            try await Search(strategy).run(bench.context(model))
        }
        #expect(error.billed.calls == 2)
        #expect("\(error)".contains("billed 2 calls"))
        // The two draws are kept, and recorded draws are not billed again.
        bench.billing = Billing(limit: Budget(calls: 1))
        let result = try await Search(strategy).run(bench.context(model))
        #expect(result.charged.total.asSent.calls == 3)
        #expect(bench.billing.total.calls == 1)
    }

    @Test
    func `money counts prompts in full, and the bill what the provider cached`() async throws {
        var reply = ScriptedReply("so = 4")
        reply.cachedPromptTokens = 5
        let cached = reply
        var bench = SearchBench()
        bench.prices = PriceTable(input: 100, cachedInput: 10, output: 1000, date: "2026-01-01")
        let context = bench.context(ScriptedModel { _, _ in cached })
        let result = try await Search(Single()).run(context)
        #expect(result.charged.total.asSent.cost.picoDollars == 8 * 100 + 3 * 1000)
        #expect(context.billing.total.cost.picoDollars == 3 * 100 + 5 * 10 + 3 * 1000)
    }

    @Test
    func `a prompt that is sent again counts once among the distinct ones`() async throws {
        let result = try await search(SelfConsistency(draws: 3), .unlimited, model())
        #expect(result.charged.total.asSent.promptTokens == 24)
        #expect(result.charged.total.distinctPromptTokens == 8)
    }
}
