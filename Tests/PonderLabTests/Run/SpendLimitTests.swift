import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

struct SpendLimitTests {
    private static let rows = ["{strategy: single}", "{strategy: self-consistency, draws: 4}"]

    @Test(arguments: [("calls: 10", 10), ("output-tokens: 150", 10_000)])
    func `The bill stops at the spend limit, and a higher limit goes on from there`(
        _ limit: String,
        _ mostCalls: Int
    ) async throws {
        let whole = try await Lab.run(Lab.plan(Lab.config(Self.rows)))
        try await withTemporaryFolder { folder in
            let store = AuditedDrawStore()
            let limited = Lab.config(Self.rows, more: ["spend-limit: {\(limit)}"])
            let first = try await Lab.run(Lab.plan(limited), in: folder, store: store)
            #expect(first.outcome.status == .spendLimit)
            #expect(first.log.end?.status == .spendLimit)
            #expect(first.outcome.message?.hasPrefix("the spend limit is reached") == true)
            #expect((1...mostCalls).contains(first.outcome.billed.calls))
            #expect(first.outcome.billed.outputTokens <= 150 || limit.hasPrefix("calls"))
            let committed = store.entries.count { $0.isCommitted }
            let model = ToyModel.make()
            let plan = try Lab.plan(Lab.config(Self.rows), model: model)
            let second = try await Lab.run(plan, in: folder, store: store)
            #expect(second.outcome.status == .complete)
            #expect(model.calls.count == 24 - committed)
            #expect(try second.summary == whole.summary)
        }
    }

    @Test func `A limit that holds one attempt at a time serialises calls and stops none`()
        async throws
    {
        let config = Lab.config(Self.rows, more: ["spend-limit: {calls: 24}", "concurrency: 64"])
        let run = try await Lab.run(Lab.plan(config))
        #expect(run.outcome.status == .complete)
        #expect(run.outcome.billed.calls == 24)
    }
}
