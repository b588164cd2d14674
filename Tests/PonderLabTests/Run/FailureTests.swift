import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

struct FailureTests {
    /// A toy that fails for good where the statement holds a text.
    private static func broken(_ text: String, isFatal: Bool = false) -> ScriptedModel {
        ScriptedModel(ModelIdentity(provider: "test", name: "toy")) { request, seed in
            if request.messages.last?.text.contains(text) == true {
                throw ModelError(.badRequest, "not understood", isFatal: isFatal)
            }
            return ToyModel.reply(to: request, seed: seed)
        }
    }

    @Test func `A failed call is a failed search, not a wrong answer, and is done again`()
        async throws
    {
        let config = Lab.config(["{strategy: single}"])
        let statement = try #require(
            Lab.plan(config).tasks.first?.problems.first?.problem.statement
        )
        try await withTemporaryFolder { folder in
            let store = AuditedDrawStore()
            let plan = try Lab.plan(config, model: Self.broken(statement))
            let first = try await Lab.run(plan, in: folder, store: store)
            #expect(first.outcome.status == .complete)
            #expect(first.outcome.failures == 1)
            let failed = try #require(first.log.results.first { $0.index == 0 })
            #expect(failed.outcome == .failed)
            #expect(failed.accuracy == nil)
            #expect(failed.error == "badRequest: not understood")
            #expect(first.log.results.count { $0.error == nil } == 5)
            let call = try #require(first.log.calls.first { $0.problem == failed.problem })
            #expect(call.source == nil)
            #expect(call.error == "badRequest: not understood")

            let model = ToyModel.make()
            let second = try await Lab.run(
                Lab.plan(config, model: model),
                in: folder,
                store: store
            )
            #expect(second.outcome.failures == 0)
            #expect(model.calls.count == 1)
            let mended = try #require(second.log.results.first { $0.index == 0 })
            #expect(mended.error == nil)
            #expect(mended.accuracy != nil)
            // The attempt that failed was paid for, too, and stays charged with the draw.
            #expect(mended.total.calls == 2)
            #expect(second.log.results.dropFirst() == first.log.results.dropFirst())
        }
    }

    @Test func `A hole in a pool ends the replays of its problem after the first that meets it`()
        async throws
    {
        let rows = ["{strategy: single}", "{strategy: self-consistency, draws: 3}"]
        let config = Lab.config(rows, more: ["pool: 8"])
        let statement = try #require(
            Lab.plan(config).tasks.first?.problems.first?.problem.statement
        )
        try await withTemporaryFolder { folder in
            let store = AuditedDrawStore()
            let model = Self.broken(statement)
            let first = try await Lab.run(Lab.plan(config, model: model), in: folder, store: store)
            let failed = first.log.results.filter { $0.index == 0 }
            #expect(failed.map(\.replays) == [1, 1])
            #expect(failed.allSatisfy { $0.accuracy == nil && $0.error != nil })
            let pool = try #require(first.log.pools.first { $0.index == 0 })
            #expect(pool.outcomes == ["failed": 8])
            // 40 draws of the other problems, 8 failed ones, and 1 and 3 in the first replays.
            #expect(model.calls.count == 52)

            let mended = try await Lab.run(Lab.plan(config), in: folder, store: store)
            #expect(mended.outcome.failures == 0)
            #expect(mended.log.results.allSatisfy { $0.error == nil && $0.replays == 104 })
            let whole = try await Lab.run(Lab.plan(config))
            #expect(mended.log.pools.map(\.outcomes) == whole.log.pools.map(\.outcomes))
        }
    }

    @Test func `A failure that no further call can mend ends the run with its message`()
        async throws
    {
        let model = Self.broken("What", isFatal: true)
        let run = try await Lab.run(Lab.plan(Lab.config(more: ["concurrency: 1"]), model: model))
        #expect(run.outcome.status == .failed)
        #expect(run.log.end == EndRecord(status: .failed, message: "badRequest: not understood"))
        #expect(run.log.results.isEmpty)
    }

    @Test func `Retries are charged and counted, and change no answer`() async throws {
        var faults = FaultPlan()
        faults.knownFailure = 300
        let config = Lab.config(["{strategy: self-consistency, draws: 3}"])
        let model = FaultyModel(ToyModel.make(), plan: faults, seed: Seed(1))
        let plan = try Lab.plan(config, model: model, retries: RetryPolicy(maximumAttempts: 20))
        let run = try await Lab.run(plan)
        let clean = try await Lab.run(Lab.plan(config))
        #expect(run.log.results.map(\.answer) == clean.log.results.map(\.answer))
        let failures = run.log.calls.reduce(0) { $0 + $1.failedAttempts }
        #expect(failures == model.bill.count - 18)
        #expect(failures > 0)
        #expect(run.log.results.reduce(0) { $0 + $1.total.calls } == model.bill.count)
        #expect(run.outcome.billed.calls == model.bill.count)
    }
}
