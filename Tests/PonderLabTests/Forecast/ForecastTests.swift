import Ponder
import PonderCore
import PonderLab
import PonderTestKit
import Testing

/// A tiny plan, forecast by hand.
///
/// The statements "What is 1 + 2?" and "What is 2 + 1?" in the template `{statement}` are prompts of 14 bytes, and each
/// message counts 64 bytes more: 78 bytes, so 19 tokens are expected and 78 + 256 = 334 at most. A
/// reply is expected to take 5 of its 10 tokens.
struct ForecastTests {
    private static func forecast(
        _ strategies: [String],
        more: [String] = [],
        capabilities: ModelCapabilities = ScriptedModel.everything,
        concurrency: Int = 1
    ) async throws -> Forecast {
        try await withTemporaryFolder { folder in
            let data = ["1 + 2", "2 + 1"].map { #"{"question": "What is \#($0)?", "answer": "3"}"# }
            _ = try write(data, to: "d.jsonl", in: folder)
            let lines =
                [
                    "name: t", "models: {toy: {provider: toy}}",
                    "tasks: [{task: arithmetic, data: d.jsonl, prompt: {template: \"{statement}\"}}]",
                    "sampling: {temperature: 0.7, max-output-tokens: 10}", "strategies:",
                ] + strategies.map { "  - \($0)" } + more
            let experiment = try Lab.loader.experiment(
                lines.joined(separator: "\n"),
                path: "\(folder)/c.yaml"
            )
            let endpoint = ModelEndpoint(
                ScriptedModel(capabilities: capabilities, replies: []),
                name: "toy",
                prices: PriceTable(input: 3_000_000, output: 5_000_000, date: "2026-01-01"),
                rates: ModelRates(prefill: 100, decode: 10)
            )
            let plan = try PlanBuilder(experiment, version: "test").build(["toy": endpoint]).plan
            return Forecast(plan, concurrency: concurrency)
        }
    }

    private static func spend(_ calls: Int, prompt: Int, output: Int) -> Spend {
        Spend(
            promptTokens: calls * prompt,
            outputTokens: calls * output,
            calls: calls,
            cost: Cost(picoDollars: Int64(calls * (prompt * 3_000_000 + output * 5_000_000)))
        )
    }

    @Test func `Rows that share draws are counted once, at the most draws of any`() async throws {
        let forecast = try await Self.forecast([
            "{strategy: single}", "{strategy: self-consistency, draws: [2, 4]}",
        ])
        let line = try #require(forecast.lines.first)
        #expect(forecast.lines.count == 1)
        #expect(line.role == .policy)
        #expect(line.calls == 8)
        #expect(line.expected == Self.spend(8, prompt: 19, output: 5))
        #expect(line.most == Self.spend(8, prompt: 334, output: 10))
        // For each problem 4 replies of 5 tokens at 10 a second, and one prompt of 19 at 100.
        #expect(abs(line.seconds - 2 * (4 * 0.5 + 0.19)) < 1e-9)
        #expect(forecast.expected == line.expected)
        #expect(forecast.unbounded.isEmpty)
    }

    @Test func `Pools, epochs and concurrency count`() async throws {
        let forecast = try await Self.forecast(
            ["{strategy: self-consistency, draws: 2}"],
            more: ["pool: 6", "epochs: 3"],
            concurrency: 4
        )
        let line = try #require(forecast.lines.first)
        #expect(line.calls == 2 * 6 * 3)
        #expect(line.expected == Self.spend(36, prompt: 19, output: 5))
        #expect(abs(line.seconds - 2 * 3 * (6 * 0.5 + 0.19) / 4) < 1e-9)
    }

    @Test func `Other sampling options are other draws`() async throws {
        let forecast = try await Self.forecast([
            "{strategy: self-consistency, draws: 2, sampling: {temperature: [0.5, 0.9]}}"
        ])
        #expect(forecast.lines.map(\.calls) == [4, 4])
    }

    @Test(arguments: [(20, 1, 1), (nil, 4, 6)] as [(Int?, Int, Int)])
    func `A judge is asked once with log-probabilities, else as often as it is set to`(
        _ alternatives: Int?,
        _ calls: Int,
        _ tokens: Int
    ) async throws {
        let forecast = try await Self.forecast(
            ["{strategy: best-of-n, draws: 3, verifier: judge}"],
            capabilities: ModelCapabilities(topLogProbabilities: alternatives)
        )
        let line = try #require(forecast.lines.first { $0.role == .verifier })
        #expect(line.calls == 2 * 3 * calls)
        // The prompt holds half a solution's bytes on top: 78 + 10 * 4 / 2 = 98, so 24 tokens.
        let perCall = line.most.outputTokens / line.calls
        #expect(alternatives == nil || perCall == tokens)
        #expect(line.expected.promptTokens == line.calls * 24)
    }

    @Test func `Few problems can show no difference, many a small one`() async throws {
        let few = try #require(
            try await Self.forecast(["{strategy: single}"]).minimumDetectable.first
        )
        #expect(few.task == "arithmetic")
        #expect(few.problems == 2)
        #expect(few.difference == nil)
        let plan = try Lab.plan(Lab.config(count: 500))
        let many = try #require(Forecast(plan, concurrency: 1).minimumDetectable.first)
        // Connor's formula at p = 0.2: (1.95996 √0.2 + 0.84162 √(0.2 - δ²))² / δ² = 500.
        let difference = try #require(many.difference)
        let root =
            1.959964 * 0.2.squareRoot()
            + 0.841621 * (0.2 - difference * difference).squareRoot()
        #expect(abs(root * root / (difference * difference) - 500) < 0.5)
    }
}
