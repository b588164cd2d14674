import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

/// Samples made elsewhere that stand in for a model.
struct PoolModelTests {
    /// A config whose model is the pool `p.jsonl`, over the problems of `d.jsonl`.
    static func config(
        _ strategies: [String],
        pool: Int? = nil,
        more: [String] = []
    ) -> String {
        let lines =
            [
                "name: t", "seed: 7", "models: {table: {provider: pool, path: p.jsonl}}",
                "tasks: [{task: arithmetic, data: d.jsonl}]",
                "sampling: {temperature: 0.7, max-output-tokens: 40}", "strategies:",
            ] + strategies.map { "  - \($0)" } + (pool.map { ["pool: \($0)"] } ?? []) + more
        return lines.joined(separator: "\n")
    }

    private static let problems = [
        #"{"id": "a", "question": "What is 1 + 2?", "answer": "3"}"#,
        #"{"id": "b", "question": "What is 9 - 5?", "answer": "4"}"#,
    ]

    /// Samples in an order that is not that of their numbers.
    private static let samples = [
        #"{"id": "b", "sample": 2, "text": "answer: 4"}"#,
        #"{"id": "a", "sample": 1, "text": "answer: 8"}"#,
        #"{"id": "a", "sample": 0, "text": "answer: 3"}"#,
        #"{"id": "a", "sample": 2, "text": "answer: 8"}"#,
        #"{"id": "b", "sample": 0, "text": "answer: 5"}"#,
        #"{"id": "b", "sample": 1, "text": "answer: 4"}"#,
    ]

    private func withPool<Result>(
        _ samples: [String] = samples,
        problems: [String] = problems,
        _ body: (String) async throws -> Result
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            _ = try write(problems, to: "d.jsonl", in: folder)
            _ = try write(samples, to: "p.jsonl", in: folder)
            return try await body(folder)
        }
    }

    private func build(_ config: String, in folder: String) throws -> PlanBuilder.Result {
        try Lab.built(config, path: "\(folder)/c.yaml")
    }

    private func mistakes(_ config: String, in folder: String) throws -> [String] {
        let error = try #require(throws: ExperimentError.self) { try build(config, in: folder) }
        return error.diagnostics.map { $0.description.replacing("\(folder)/", with: "") }
    }

    private func run(_ config: String, in folder: String) async throws -> Lab.Invocation {
        let built = try build(config, in: folder)
        let store = SamplePoolStore(built.pools, over: nil)
        return try await Lab.run(built.plan, in: "\(folder)/run", store: store)
    }

    @Test func `Draws are served by sample number, without a call or a bill`() async throws {
        try await withPool { folder in
            let run = try await run(
                Self.config(["{strategy: single}", "{strategy: self-consistency, draws: 3}"]),
                in: folder
            )
            #expect(run.outcome.status == .complete)
            #expect(run.outcome.billed == .zero)
            #expect(run.log.results.map(\.answer) == ["3", "5", "8", "4"])
            #expect(run.log.results.map(\.correct) == [1, 0, 0, 1])
            #expect(run.log.calls.allSatisfy { $0.source == .bank })
            #expect(run.log.header.notRepeatable.isEmpty)
        }
    }

    @Test func `Every epoch and seed reads the same samples`() async throws {
        try await withPool { folder in
            let first = try await run(Self.config(["{strategy: single}"]), in: folder)
            let config = Self.config(["{strategy: single}"]).replacing("seed: 7", with: "seed: 9")
            let built = try build(config, in: folder)
            let store = SamplePoolStore(built.pools, over: nil)
            let other = try await Lab.run(built.plan, in: "\(folder)/other", store: store)
            #expect(other.log.results.map(\.answer) == first.log.results.map(\.answer))
        }
    }

    @Test(
        arguments: [
            ("{strategy: self-consistency, draws: 4}", nil, "self-consistency needs 4 draws"),
            ("{strategy: self-consistency, draws: 2}", 4, "self-consistency needs 4 draws"),
            (
                "{strategy: best-of-n, draws: 9, verifier: mean-log-probability}", nil,
                "best-of-n needs 9"
            ),
        ] as [(String, Int?, String)]
    )
    func `A strategy that needs more draws than the pool has is refused at its place`(
        _ strategy: String,
        _ pool: Int?,
        _ complaint: String
    ) async throws {
        try await withPool { folder in
            let mistakes = try mistakes(Self.config([strategy], pool: pool), in: folder)
            #expect(mistakes.contains { $0.hasPrefix("c.yaml:7:16: error: \(complaint)") })
            #expect(mistakes.contains { $0.hasSuffix("the table table has 3 for some problem") })
        }
    }

    @Test func `Log-probabilities that the pool lacks are refused`() async throws {
        let strategy = "{strategy: best-of-n, draws: 2, verifier: mean-log-probability}"
        try await withPool { folder in
            let mistakes = try mistakes(Self.config([strategy]), in: folder)
            let complaint = "the policy must give log-probabilities, and model table does not"
            #expect(mistakes == ["c.yaml:7:16: error: \(complaint)"])
        }
    }

    @Test func `Log-probabilities that the pool has are read`() async throws {
        let samples = [
            #"{"id": "a", "text": "answer: 8", "logprobs": [-2.0, -2.0]}"#,
            #"{"id": "a", "text": "answer: 3", "logprobs": [-0.5, -0.1]}"#,
        ]
        let strategy = "{strategy: best-of-n, draws: 2, verifier: mean-log-probability}"
        try await withPool(samples, problems: [Self.problems[0]]) { folder in
            let run = try await run(Self.config([strategy]), in: folder)
            #expect(run.log.results.map(\.answer) == ["3"])
        }
    }

    @Test func `Several epochs of one table are refused`() async throws {
        try await withPool { folder in
            let config = Self.config(["{strategy: single}"], more: ["epochs: 2"])
            let mistakes = try mistakes(config, in: folder)
            let complaint = "the table table has draws for one epoch only"
            #expect(mistakes == ["c.yaml:7:16: error: \(complaint)"])
        }
    }

    @Test func `A problem without samples is refused at the pool's path`() async throws {
        let problems = Self.problems + [#"{"id": "c", "question": "What is 1?", "answer": "1"}"#]
        try await withPool(problems: problems) { folder in
            let mistakes = try mistakes(Self.config(["{strategy: single}"]), in: folder)
            #expect(mistakes == ["c.yaml:3:40: error: p.jsonl: has no samples of problem 'c'"])
        }
    }

    @Test func `Usage is what the file says, else bounded by the text's bytes`() async throws {
        let samples = [
            #"{"id": "a", "text": "it is 3"}"#,
            #"{"id": "a", "text": "answer: 3", "tokens": 40}"#,
            #"{"id": "a", "text": "answer: 3", "#
                + #""usage": {"prompt_tokens": 11, "completion_tokens": 4}}"#,
        ]
        try await withPool(samples, problems: [Self.problems[0]]) { folder in
            let run = try await run(
                Self.config(["{strategy: self-consistency, draws: 3}"]),
                in: folder
            )
            let usage = run.log.calls.compactMap(\.usage)
            #expect(usage.map(\.output) == [.bounded(7), .reported(40), .reported(4)])
            #expect(usage.map(\.prompt.source) == [.bounded, .bounded, .reported])
            #expect(usage.last?.prompt.value == 11)
        }
    }

    @Test(arguments: [
        (#""tokens": 41"#, "a sample has 41 output tokens, above the sampling limit"),
        (
            #""usage": {"prompt_tokens": 99999, "completion_tokens": 1}"#,
            "a sample says 99999 prompt tokens, more than its prompt has bytes"
        ),
    ])
    func `Usage that no budget could hold is refused with the sample's line`(
        _ field: String,
        _ complaint: String
    ) async throws {
        let samples = [
            #"{"id": "a", "text": "answer: 3"}"#, #"{"id": "a", "text": "answer: 3", \#(field)}"#,
        ]
        try await withPool(samples, problems: [Self.problems[0]]) { folder in
            let mistakes = try mistakes(Self.config(["{strategy: single}"]), in: folder)
            #expect(mistakes.count == 1)
            #expect(
                mistakes.first?.hasPrefix("c.yaml:3:40: error: p.jsonl:2: \(complaint)") == true
            )
        }
    }

    @Test func `Other samples in the pool's file are another config`() async throws {
        try await withPool { folder in
            let config = Self.config(["{strategy: single}"])
            _ = try await run(config, in: folder)
            _ = try write(
                Self.samples.map { $0.replacing("answer: 5", with: "answer: 6") },
                to: "p.jsonl",
                in: folder
            )
            let changed = try build(config, in: folder).plan
            #expect(throws: RunFolder.Mismatch.self) {
                try RunFolder("\(folder)/run", plan: changed)
            }
        }
    }

    @Test func `A pool's draws are kept apart from those of another model`() async throws {
        try await withPool { folder in
            let config = """
                name: t
                models: {table: {provider: pool, path: p.jsonl}, toy: {provider: toy}}
                roles: {policy: [table, toy], verifier: toy}
                tasks: [{task: arithmetic, data: d.jsonl}]
                sampling: {max-output-tokens: 40}
                strategies:
                  - {strategy: best-of-n, draws: 3, verifier: judge}
                """
            let model = ToyModel.make()
            let built = try Lab.built(config, path: "\(folder)/c.yaml", model: model)
            let bank = MemoryDrawStore()
            let run = try await Lab.run(
                built.plan,
                in: "\(folder)/run",
                store: SamplePoolStore(built.pools, over: bank)
            )
            #expect(run.outcome.status == .complete)
            let policy = run.log.calls.filter { $0.role == .policy }
            #expect(policy.count == 12)
            #expect(policy.filter { $0.row == 0 }.allSatisfy { $0.source == .bank })
            #expect(policy.filter { $0.row == 1 }.allSatisfy { $0.source == .model })
            #expect(run.outcome.billed.calls == model.calls.count)
            // The judge and the toy's own draws went to the bank beneath: a replay finds them all.
            let replay = try await Lab.run(
                built.plan,
                in: "\(folder)/replay",
                store: SamplePoolStore(built.pools, over: bank),
                mode: .replay
            )
            #expect(try replay.summary == run.summary)
        }
    }
}
