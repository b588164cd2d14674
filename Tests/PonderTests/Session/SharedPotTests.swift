import Ponder
import PonderTestKit
import Testing

/// A search that waits for ever fails by the time limit.
@Suite(.timeLimit(.minutes(5)))
struct SharedPotTests {
    /// Runs one search for each strategy, all at a time, on a model that they share.
    private func run(
        _ strategies: [any Strategy],
        on model: ScriptedModel,
        perRow: Budget,
        perProblem: Budget = .unlimited,
        concurrency: Int = 1
    ) async throws -> [SearchResult] {
        var bench = SearchBench()
        bench.budget = perProblem
        bench.concurrency = concurrency
        let endpoints = [Role.policy: bench.endpoint(model)]
        let row = RowBudget(perRow, perProblem: perProblem, problems: strategies.count)
        return try await withThrowingTaskGroup(of: (Int, SearchResult).self) { group in
            for (place, strategy) in strategies.enumerated() {
                bench.problem = Problem("problem \(place)")
                bench.row = (row, place)
                let context = bench.context(endpoints)
                group.addTask { (place, try await Search(strategy).run(context)) }
            }
            let results = try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            return try strategies.indices.map { try #require(results[$0]) }
        }
    }

    @Test
    func `problems that share a binding pot take turns, wave by wave`() async throws {
        let model = ScriptedModel { _, _ in ScriptedReply("so = 4") }
        let strategies = [3, 1, 2].map { SelfConsistency(draws: $0 * 2, width: 2) }
        let results = try await run(strategies, on: model, perRow: Budget(calls: 100))
        #expect(results.map(\.stop) == [.finished, .finished, .finished])
        let order = model.calls.compactMap { $0.messages.first?.text.suffix(1) }
        #expect(order == ["0", "0", "1", "1", "2", "2", "0", "0", "2", "2", "0", "0"])
    }

    @Test
    func `what a problem leaves goes to the ones after it`() async throws {
        let model = ScriptedModel { _, _ in ScriptedReply("so = 4") }
        let strategies = (0..<3).map { _ in SelfConsistency(draws: 9, width: 1) }
        let results = try await run(strategies, on: model, perRow: Budget(calls: 7))
        #expect(results.map(\.charged.total.asSent.calls) == [3, 2, 2])
        #expect(results.map(\.stop) == [.budget, .budget, .budget])
    }

    @Test
    func `nothing waits where every problem's cap fits the pot`() async throws {
        let first = ManualClock()
        let model = ScriptedModel { request, _ in
            guard request.messages.first?.text == "problem 0" else {
                first.advance(by: .seconds(1))
                return ScriptedReply("so = 4")
            }
            try await first.sleep(until: .init(offset: .seconds(3)), tolerance: nil)
            return ScriptedReply("so = 4")
        }
        // The first problem's only wave ends after the third wave of the second problem.
        let strategies: [any Strategy] = [
            SelfConsistency(draws: 1), SelfConsistency(draws: 3, width: 1),
        ]
        let results = try await run(
            strategies,
            on: model,
            perRow: Budget(calls: 6),
            perProblem: Budget(calls: 3),
            concurrency: 2
        )
        #expect(results.map(\.stop) == [.finished, .finished])
    }

    @Test
    func `a limit is lowered to what is left once the calls of other problems are in`() async throws
    {
        let model = ScriptedModel { request, _ in
            if request.messages.first?.text == "long" {
                for _ in 0..<200 { await Task.yield() }
                return ScriptedReply("so")
            }
            return ScriptedReply("a b c d e f g h i j k l m n")
        }
        let long = CallingStrategy([CallingStrategy.call("long", limit: 10)])
        let short = CallingStrategy([CallingStrategy.call("short", limit: 16, least: 2)])
        let results = try await run(
            [long, short],
            on: model,
            perRow: Budget(outputTokens: 15),
            perProblem: Budget(outputTokens: 10),
            concurrency: 2
        )
        // Five are left beside the long call's bound, ten beside what it used.
        #expect(results[1].trace.compactMap(\.kind.issuedLimit) == [10])
    }
}
