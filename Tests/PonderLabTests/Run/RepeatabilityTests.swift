import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

struct RepeatabilityTests {
    /// Configs that put concurrency to the test, each in its own way.
    static let configs: [String: String] = [
        "realised": Lab.config([
            "{strategy: single}", "{strategy: self-consistency, draws: [2, 5]}",
        ]),
        "width": Lab.config(["{strategy: self-consistency, draws: 5, width: [1, 2, 5]}"]),
        "caps": Lab.config(
            ["{strategy: self-consistency, draws: 6, width: [2, 6]}"],
            more: ["budget: {per-problem: {output-tokens: [60, 90]}}"]
        ),
        "pot": Lab.config(
            count: 9,
            ["{strategy: self-consistency, draws: 6, width: [2, 3]}", "{strategy: single}"],
            more: ["budget: {per-row: {output-tokens: 300}}"]
        ),
        "pot and caps": Lab.config(
            count: 7,
            ["{strategy: self-consistency, draws: 5, width: 1}"],
            more: ["budget: {per-problem: {calls: 4}, per-row: {total-tokens: 3000}}"]
        ),
        "epochs": Lab.config(["{strategy: self-consistency, draws: 3}"], more: ["epochs: 3"]),
        "pool": Lab.config(
            ["{strategy: single}", "{strategy: self-consistency, draws: [2, 4]}"],
            more: ["pool: 8", "epochs: 2"]
        ),
        "judge": Lab.config(
            [
                "{strategy: best-of-n, draws: 3, verifier: judge, judge-method: [sampling, automatic]}"
            ],
            more: ["pool: 6"]
        ),
    ]

    private static func run(_ config: String, concurrency: Int) async throws -> Lab.Invocation {
        let model = ShufflingModel(ToyModel.make(), seed: Seed(UInt64(concurrency)))
        return try await Lab.run(
            Lab.plan("\(config)\nconcurrency: \(concurrency)", model: model)
        )
    }

    @Test(arguments: configs.keys.sorted())
    func `Concurrency changes no byte of the summary and of the traces`(
        _ name: String
    ) async throws {
        let config = try #require(Self.configs[name])
        let alone = try await Self.run(config, concurrency: 1)
        #expect(alone.outcome.status == .complete)
        #expect(alone.outcome.failures == 0)
        for concurrency in [8, 64] {
            let crowded = try await Self.run(config, concurrency: concurrency)
            #expect(try crowded.summary == alone.summary)
            #expect(try crowded.traces == alone.traces)
            #expect(crowded.log.results == alone.log.results)
            #expect(crowded.log.pools == alone.log.pools)
        }
    }

    @Test func `A pot that binds is spent to within one reply, and never overspent`() async throws {
        let config = try #require(Self.configs["pot"])
        let run = try await Self.run(config, concurrency: 8)
        for row in run.log.header.rows where row.strategy == "self-consistency" {
            let results = run.log.results.filter { $0.row == row.row }
            let spent = results.reduce(0) { $0 + $1.total.outputTokens }
            #expect((260...300).contains(spent))
            #expect(results.contains { $0.stop == .budget })
        }
    }

    @Test func `A replay of the draws gives the same bytes without a call`() async throws {
        let store = MemoryDrawStore()
        for (name, config) in Self.configs.sorted(by: { $0.key < $1.key }) {
            let model = ToyModel.make()
            let plan = try Lab.plan(config, model: model)
            let recorded = try await withTemporaryFolder {
                try await Lab.run(plan, in: $0, store: store)
            }
            let calls = model.calls.count
            let replayed = try await withTemporaryFolder {
                try await Lab.run(plan, in: $0, store: store, mode: .replay)
            }
            #expect(replayed.outcome.status == .complete, "\(name)")
            #expect(model.calls.count == calls, "\(name)")
            #expect(try replayed.summary == recorded.summary, "\(name)")
            #expect(try replayed.traces == recorded.traces, "\(name)")
            #expect(replayed.log.calls.allSatisfy { $0.source == .bank }, "\(name)")
            #expect(replayed.outcome.billed == .zero, "\(name)")
        }
    }

    @Test func `A replay of a draw that was never taken ends the run and names the request`()
        async throws
    {
        let store = MemoryDrawStore()
        let few = try Lab.plan(Lab.config(["{strategy: self-consistency, draws: 2}"]))
        _ = try await withTemporaryFolder { try await Lab.run(few, in: $0, store: store) }
        let many = try Lab.plan(Lab.config(["{strategy: self-consistency, draws: 3}"]))
        let run = try await withTemporaryFolder {
            try await Lab.run(many, in: $0, store: store, mode: .replay)
        }
        #expect(run.outcome.status == .failed)
        let message = try #require(run.outcome.message)
        #expect(message.contains("never taken"))
        #expect(message.contains("#2"))
        #expect(message.contains("What is"))
    }

    @Test func `Rows of one task share draws, epochs and seeds do not`() async throws {
        func seeds(_ config: String) async throws -> [UInt64] {
            let model = ToyModel.make()
            _ = try await Lab.run(Lab.plan(config, model: model))
            return model.calls.compactMap(\.seed)
        }
        let rows = ["{strategy: single}", "{strategy: self-consistency, draws: [2, 4]}"]
        let shared = try await seeds(Lab.config(rows))
        #expect(shared.count == 24)
        #expect(Set(shared).count == 24)
        let epochs = try await seeds(Lab.config(rows, more: ["epochs: 2"]))
        #expect(Set(epochs).count == 48)
        #expect(Set(epochs).isSuperset(of: shared))
        let other = try await seeds(Lab.config(seed: 8, rows))
        #expect(Set(other).isDisjoint(with: shared))
    }

    @Test func `Two rows that are the same but for their names give the same numbers`()
        async throws
    {
        let rows = ["", ", width: 3"].map { "{strategy: self-consistency, draws: 3\($0)}" }
        for more in [[], ["pool: 6"], ["budget: {per-row: {output-tokens: 200}}"]] {
            let run = try await Lab.run(Lab.plan(Lab.config(rows, more: more)))
            let (first, second) = (
                run.log.results.filter { $0.row == 0 }, run.log.results.filter { $0.row == 1 }
            )
            let renumbered = first.map { result in
                var copy = result
                copy.row = 1
                return copy
            }
            #expect(first.count == 6)
            #expect(second == renumbered)
        }
    }
}
