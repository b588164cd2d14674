import Ponder
import PonderCore
import PonderLab
import PonderRecord
import Testing

struct PoolRowTests {
    private static func run(_ strategies: [String], pool: Int) async throws -> Lab.Invocation {
        try await Lab.run(Lab.plan(Lab.config(strategies, more: ["pool: \(pool)"])))
    }

    @Test(arguments: [2, 7, 8, 30, 150])
    func `The accuracy of single is the mean of the pool, exactly`(_ size: Int) async throws {
        let run = try await Self.run(["{strategy: single}"], pool: size)
        #expect(run.log.results.count == 6)
        for (result, pool) in zip(run.log.results, run.log.pools) {
            #expect(pool.draws == size)
            #expect(result.problem == pool.problem)
            #expect(result.replays >= 100 && result.replays.isMultiple(of: size))
            #expect(result.correct * size == pool.correct * result.replays)
            #expect(result.total.outputTokens * size == pool.outputTokens * result.replays)
        }
    }

    @Test func `The mean cost of any number of draws is exact, too`() async throws {
        let run = try await Self.run(["{strategy: self-consistency, draws: [2, 3, 4]}"], pool: 8)
        for row in run.log.header.rows {
            guard case .integer(let draws)? = row.settings["draws"] else {
                Issue.record("row \(row.row) has no draws")
                continue
            }
            for (result, pool) in zip(run.log.results.filter { $0.row == row.row }, run.log.pools) {
                #expect(
                    result.total.outputTokens * 8 == pool.outputTokens * draws * result.replays
                )
            }
        }
    }

    @Test func `All rows replay the same permutations`() async throws {
        let run = try await Self.run(
            [
                "{strategy: single}", "{strategy: self-consistency, draws: 1}",
                "{strategy: self-consistency, draws: 4, width: [1, 2, 4]}",
            ],
            pool: 8
        )
        func numbers(_ row: Int) -> [[Int]] {
            run.log.results.filter { $0.row == row }.map { result in
                [
                    result.replays, result.correct, result.covered, result.candidates,
                    result.total.outputTokens, result.outcomes[.answered] ?? 0,
                ]
            }
        }
        #expect(numbers(1) == numbers(0))
        #expect(numbers(3) == numbers(2))
        #expect(numbers(4) == numbers(2))
        #expect(numbers(2) != numbers(0))
    }

    @Test func `The first replay reads the draws in the order they were taken`() async throws {
        let rows = ["{strategy: self-consistency, draws: 3}"]
        let expected = try await Self.run(rows, pool: 6)
        let realised = try await Lab.run(Lab.plan(Lab.config(rows)))
        #expect(expected.log.results.map(\.answer) == realised.log.results.map(\.answer))
        #expect(try expected.traces == realised.traces)
    }

    @Test func `A pool's record counts right draws, classes of wrong ones and no answers`()
        async throws
    {
        let replies = [
            "#### 3", "#### 4", "#### 3", "none", "#### 5", "#### 4", "#### 4", "#### 9",
        ]
        try await withTemporaryFolder { folder in
            _ = try write(
                [#"{"question": "What is 1 + 2?", "answer": "3", "id": "sum"}"#],
                to: "d.jsonl",
                in: folder
            )
            let lines = replies.enumerated().map { index, text in
                #"{"id": "sum", "sample": \#(index), "text": "\#(text)", "tokens": \#(index + 1)}"#
            }
            _ = try write(lines, to: "p.jsonl", in: folder)
            let config = PoolModelTests.config(["{strategy: self-consistency, draws: 1}"], pool: 8)
            let built = try Lab.built(config, path: "\(folder)/c.yaml")
            let run = try await Lab.run(
                built.plan,
                in: "\(folder)/run",
                store: SamplePoolStore(built.pools, over: nil)
            )
            let record = try #require(run.log.pools.first)
            #expect(
                record
                    == PoolRecord(
                        model: "table",
                        task: "arithmetic",
                        problem: "sum",
                        index: 0,
                        epoch: 0,
                        draws: 8,
                        correct: 2,
                        wrongClasses: [3, 1, 1],
                        outcomes: ["answered": 7, "unparsable": 1],
                        outputTokens: 36
                    )
            )
            #expect(run.log.results.first?.accuracy == 0.25)
        }
    }
}
