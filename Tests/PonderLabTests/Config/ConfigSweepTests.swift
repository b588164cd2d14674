import PonderCore
import PonderLab
import Testing

struct ConfigSweepTests {
    private func rows(_ line: String, adding added: String = "") throws -> [RowPlan] {
        try ConfigFixture.load(ConfigFixture.config([7: line], adding: added)).rows
    }

    @Test func `Tasks are outermost, then policies, then strategies, then sweeps`() throws {
        let text = ConfigFixture.config(
            [
                3: "  a: {provider: engine, path: p}\n  b: {provider: engine, path: q}",
                5: "  - {task: gsm8k, data: d.jsonl}\n  - {task: gsm8k, data: e.jsonl}",
                7: "  - {strategy: self-consistency, draws: [2, 4]}\n  - {strategy: single}",
            ],
            adding: "roles: {policy: [b, a]}"
        )
        let experiment = try ConfigFixture.load(text)
        let rows = experiment.rows.map { row in
            "\(row.task)\(row.roles[.policy] ?? "")\(row.settings["draws"]?.description ?? "-")"
        }
        #expect(
            rows == [
                "0b2", "0b4", "0b-", "0a2", "0a4", "0a-", "1b2", "1b4", "1b-", "1a2", "1a4", "1a-",
            ]
        )
        #expect(experiment.rows.map(\.row) == Array(0..<12))
        #expect(experiment.tasks.map(\.name) == ["gsm8k (data d.jsonl)", "gsm8k (data e.jsonl)"])
    }

    @Test func `The last named axis is fastest`() throws {
        let rows = try rows(
            "  - {strategy: self-consistency, draws: [2, 3], width: [1, 2], "
                + "sampling: {max-output-tokens: [8, 9]}, budget: {per-problem: {calls: [5, 6]}}}"
        )
        let values = rows.map { row in
            [
                row.settings["draws"]?.description ?? "", row.settings["width"]?.description ?? "",
                "\(row.sampling.maxOutputTokens)", "\(row.perProblem.calls ?? 0)",
            ].joined()
        }
        #expect(values == values.sorted())
        #expect(values.count == 16)
        #expect(values.prefix(3) == ["2185", "2186", "2195"])
    }

    @Test func `A list setting takes one list, or a sweep of lists`() throws {
        let one = try rows("  - {strategy: single, sampling: {stop: [a, b]}}")
        #expect(one.map(\.stop) == [["a", "b"]])
        let several = try rows("  - {strategy: single, sampling: {stop: [[a, b], [], [\"\\n\"]]}}")
        #expect(several.map(\.stop) == [["a", "b"], [], ["\n"]])
    }

    @Test func `A strategy's own values replace the experiment's, key by key`() throws {
        let rows = try rows(
            "  - {strategy: single, sampling: {top-p: 0.5}, budget: {per-problem: {calls: 2}}}",
            adding: """
                sampling: {temperature: 0.2, top-p: [0.8, 0.9]}
                budget: {per-problem: {calls: 1, output-tokens: 7}}
                """
        )
        #expect(rows.count == 1)
        #expect(
            rows.first?.sampling
                == SamplingOptions(temperature: 0.2, topP: 0.5, maxOutputTokens: 512)
        )
        #expect(rows.first?.perProblem == Budget(outputTokens: 7, calls: 2))
    }

    @Test func `What a combination does not use does not multiply it`() throws {
        let rows = try rows(
            "  - {strategy: best-of-n, verifier: [judge, self-certainty], judge-draws: [2, 3]}"
        )
        #expect(rows.count == 3)
        #expect(rows.map { $0.settings["judge-draws"] } == [.integer(2), .integer(3), nil])
        #expect(rows.map { $0.settings["alternatives"] } == [nil, nil, .integer(20)])
        #expect(rows.map { $0.roles[.verifier] } == ["m", "m", nil])
    }

    @Test func `Roles that a strategy does not use do not multiply it`() throws {
        let text = ConfigFixture.config(
            [
                3: "  a: {provider: engine, path: p}\n  b: {provider: engine, path: q}",
                7: "  - {strategy: single}\n  - {strategy: best-of-n, draws: 2}",
            ],
            adding: "roles: {policy: a, verifier: [a, b]}"
        )
        let rows = try ConfigFixture.load(text).rows
        #expect(rows.map(\.strategy) == ["single", "best-of-n", "best-of-n"])
        #expect(rows.map { $0.roles[.verifier] } == [nil, "a", "b"])
        let judged = ["draws", "verifier", "verifier-model"]
        #expect(rows.map(\.labelKeys) == [[], judged, judged])
        #expect(rows.last?.loggedSettings["verifier-model"] == .text("b"))
    }

    @Test func `Labels show what differs between the rows of a strategy`() throws {
        let rows = try rows(
            "  - {strategy: best-of-n, draws: [2, 4], verifier: [judge, self-certainty]}\n"
                + "  - {strategy: single}",
            adding: "budget: {per-problem: {output-tokens: [100, 200]}}"
        )
        #expect(
            Set(rows.prefix(8).map(\.labelKeys)) == [
                ["draws", "per-problem-output-tokens", "verifier"]
            ]
        )
        #expect(rows.last?.labelKeys == ["per-problem-output-tokens"])
        #expect(rows.last?.loggedSettings["per-problem-output-tokens"] == .text("200"))
        #expect(rows.last?.loggedSettings["max-output-tokens"] == .integer(512))
    }

    @Test func `A pool makes replayable rows expectations, unless draws or caps forbid it`() throws
    {
        let rows = try rows(
            """
              - {strategy: single}
              - {strategy: single, sampling: {temperature: 0}}
              - {strategy: single, budget: {per-row: {calls: 9}}}
              - {strategy: self-consistency, draws: 5}
              - {strategy: cascade, limit: 1, roles: {expert: m}}
            """,
            adding: "pool: 10"
        )
        #expect(
            rows.map(\.estimator) == [
                .permutations, .realised, .realised, .permutations, .realised,
            ]
        )
    }

    @Test func `A pool is never billed, so the spend limit asks nothing of it`() throws {
        let text = ConfigFixture.config(
            [3: "  m: {provider: pool, path: d.jsonl}"],
            adding: "spend-limit: {cost-usd: 1, flops: 1e9}"
        )
        #expect(try ConfigFixture.load(text).rows.count == 1)
    }

    @Test func `Sweeps within tasks make tasks with names that tell them apart`() throws {
        let text = ConfigFixture.config([
            5: "  - {task: countdown, count: 3, level: [1, 2], prompt: {shots: [0, 1]}}"
        ])
        let experiment = try ConfigFixture.load(text)
        #expect(
            experiment.tasks.map(\.name) == [
                "countdown (level 1, shots 0)", "countdown (level 1, shots 1)",
                "countdown (level 2, shots 0)", "countdown (level 2, shots 1)",
            ]
        )
        #expect(experiment.rows.map(\.task) == [0, 1, 2, 3])
    }
}
