import PonderCore
import PonderRecord
import PonderReport

/// A realistic run of 60 problems, made from a seed.
///
/// Each problem has a chance of being solved by one draw and some wrong answers that compete; the
/// verifier scores right answers higher on average. One row fails now and then.
struct FixtureRun {
    /// One drawn answer: 0 is right, others are wrong in different ways.
    private struct Draw {
        var answer: Int
        var tokens: Int
        var score: Double
        var isTruncated: Bool
    }

    /// What a row does with its draws.
    private enum Selection {
        case vote
        case weightedVote
        case best
    }

    static let problems = 60

    /// The HTML report of the run as it is by default, made once for all tests.
    static let page = HTMLReport.text([FixtureRun().log])

    /// The HTML report of two runs of one task.
    static let pageOfTwo = HTMLReport.text([
        FixtureRun().log, FixtureRun(seed: 8, name: "second").log,
    ])

    private static let shape = ComputeModel(
        nonEmbeddingParameters: 358_000_000,
        layers: 24,
        width: 896,
        vocabulary: 151_936
    )
    private static let judgeShape = ComputeModel(
        nonEmbeddingParameters: 120_000_000,
        layers: 16,
        width: 576,
        vocabulary: 49_152
    )
    private static let prices = PriceTable(input: 20_000, output: 60_000, date: "2026-11-01")

    /// The rows: strategy, draws, and how the answer is selected.
    private static let plan: [(strategy: String, draws: Int, selection: Selection)] = [
        ("single", 1, .vote), ("self-consistency", 1, .vote), ("self-consistency", 2, .vote),
        ("self-consistency", 4, .vote), ("self-consistency", 8, .vote),
        ("weighted-vote", 8, .weightedVote), ("best-of-n", 8, .best), ("adaptive", 5, .vote),
    ]

    var knowsShapes = true
    var knowsPrices = true
    var seed: UInt64 = 7
    var name = "first-look"

    /// The run's log.
    var log: RunLog {
        var generator = RandomGenerator(seed: seed)
        let problems = (0..<Self.problems).map { index -> (rate: Double, draws: [Draw]) in
            let rate = 0.08 + 0.84 * Double((index * 37) % 60) / 59
            let draws = (0..<8).map { _ in Self.draw(rate: rate, using: &generator) }
            return (rate, draws)
        }
        var results: [ResultRecord] = []
        for (row, plan) in Self.plan.enumerated() {
            for (index, problem) in problems.enumerated() {
                results.append(
                    result(
                        row: row,
                        index: index,
                        rate: problem.rate,
                        draws: Array(problem.draws.prefix(plan.draws)),
                        selection: plan.selection,
                        fails: plan.strategy == "adaptive" && index % 9 == 4
                    )
                )
            }
        }
        return RunLog(header: header, results: results, end: EndRecord(status: .complete))
    }

    private var header: RunHeader {
        RunHeader(
            name: name,
            ponder: "0.1.0",
            seed: seed,
            epochs: 1,
            pool: nil,
            config: "name: \(name)\nseed: \(seed)\nmodels:\n  small: {provider: script}\n",
            configDigest: "4f2c9d11aa",
            notRepeatable: ["model 'small' is remote"],
            models: [
                model("small", Self.shape), model("judge", Self.judgeShape),
            ],
            tasks: [
                TaskDescription(
                    name: "sums",
                    source: "sums.jsonl",
                    digest: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                    problems: Self.problems,
                    prompt: "Solve the problem & give the number.\n\n{statement}\n",
                    promptDigest: "a1b2c3d4e5f60718293a4b5c6d7e8f90"
                )
            ],
            rows: Self.plan.enumerated().map { row, plan in
                description(row, plan.strategy, plan.draws)
            }
        )
    }

    private func model(_ name: String, _ shape: ComputeModel) -> ModelDescription {
        ModelDescription(
            name: name,
            identity: ModelIdentity(provider: "script", name: name, revision: "1"),
            shape: knowsShapes ? shape : nil,
            prices: knowsPrices ? Self.prices : nil,
            prefillRate: 4000,
            decodeRate: 50
        )
    }

    private func description(_ row: Int, _ strategy: String, _ draws: Int) -> RowDescription {
        let usesJudge = strategy == "weighted-vote" || strategy == "best-of-n"
        var settings: [String: SettingValue] = [
            "temperature": .number(0.7), "max-output-tokens": .integer(400),
        ]
        if strategy != "single" { settings["draws"] = .integer(draws) }
        return RowDescription(
            row: row,
            model: "small",
            roles: usesJudge ? [.verifier: "judge"] : [:],
            task: "sums",
            strategy: strategy,
            settings: settings,
            labelKeys: strategy == "single" ? [] : ["draws"],
            oracleUse: "none",
            estimator: "realised",
            perProblem: Budget(
                outputTokens: 3200,
                totalTokens: strategy == "best-of-n" ? 9000 : nil
            ),
            perRow: Budget(flops: 4_000_000_000_000_000)
        )
    }

    private func result(
        row: Int,
        index: Int,
        rate: Double,
        draws: [Draw],
        selection: Selection,
        fails: Bool
    ) -> ResultRecord {
        let readable = draws.filter { !$0.isTruncated }
        let answer = fails ? nil : Self.select(readable, by: selection)
        let outcome: ResultRecord.Outcome =
            fails ? .failed : (answer == nil ? .truncated : .answered)
        let prompt = 110 + (index * 13) % 60
        var charged = [Role.policy: charge(draws, prompt: prompt, shape: Self.shape)]
        if selection != .vote {
            charged[.verifier] = judging(draws, prompt: prompt)
        }
        return ResultRecord(
            row: row,
            problem: "sum-\(index)",
            index: index,
            epoch: 0,
            difficulty: "\(Double(Int((1 - rate) * 100)) / 100)",
            replays: 1,
            correct: answer == 0 ? 1 : 0,
            covered: !fails && readable.contains { $0.answer == 0 } ? 1 : 0,
            candidates: draws.count,
            outcome: outcome,
            stop: .finished,
            answer: answer.map { "\($0)" },
            confidence: 0.5,
            charged: charged,
            modelledMicroseconds: (draws.map(\.tokens).max() ?? 0) * 20_000
                + prompt * 250 + (selection == .vote ? 0 : 900_000),
            error: fails ? "server: the endpoint answered 503 <overloaded>" : nil
        )
    }

    private func charge(_ draws: [Draw], prompt: Int, shape: ComputeModel) -> Charge {
        let output = draws.reduce(0) { $0 + $1.tokens }
        let operations = draws.map {
            shape.operations(promptTokens: prompt, outputTokens: $0.tokens)
        }
        let shared = draws.dropFirst().map { _ in
            shape.operations(promptTokens: prompt, outputTokens: 0)
        }
        let all = operations.reduce(0, +)
        let cost = Self.prices.cost(promptTokens: prompt * draws.count, outputTokens: output)
        return Charge(
            outputTokens: output,
            promptTokens: prompt * draws.count,
            distinctPromptTokens: prompt,
            calls: draws.count,
            costPicoDollars: knowsPrices ? cost.picoDollars : 0,
            flops: WideInteger(knowsShapes ? all - shared.reduce(0, +) : 0),
            flopsUncached: WideInteger(knowsShapes ? all : 0)
        )
    }

    /// What the verifier reads and writes: each draw with its prompt, and one token.
    private func judging(_ draws: [Draw], prompt: Int) -> Charge {
        draws.reduce(into: Charge()) { sum, draw in
            let read = prompt + draw.tokens + 20
            let operations = Self.judgeShape.operations(promptTokens: read, outputTokens: 1)
            sum += Charge(
                outputTokens: 1,
                promptTokens: read,
                distinctPromptTokens: read,
                calls: 1,
                costPicoDollars: knowsPrices
                    ? Self.prices.cost(promptTokens: read, outputTokens: 1).picoDollars : 0,
                flops: WideInteger(knowsShapes ? operations : 0),
                flopsUncached: WideInteger(knowsShapes ? operations : 0)
            )
        }
    }

    private static func draw(rate: Double, using generator: inout RandomGenerator) -> Draw {
        let isRight = generator.unitInterval() < rate
        let answer = isRight ? 0 : 1 + min(generator.integer(below: 4), 2)
        let tokens = 120 + generator.integer(below: 180)
        let score = (isRight ? 0.35 : 0.15) + 0.6 * generator.unitInterval()
        let isTruncated = generator.unitInterval() < 0.06
        return Draw(
            answer: answer,
            tokens: isTruncated ? 400 : tokens,
            score: score,
            isTruncated: isTruncated
        )
    }

    private static func select(_ draws: [Draw], by selection: Selection) -> Int? {
        switch selection {
        case .best: return draws.max { $0.score < $1.score }?.answer
        case .vote, .weightedVote:
            var votes: [(answer: Int, weight: Double)] = []
            for draw in draws {
                let weight = selection == .vote ? 1 : draw.score
                if let index = votes.firstIndex(where: { $0.answer == draw.answer }) {
                    votes[index].weight += weight
                } else {
                    votes.append((draw.answer, weight))
                }
            }
            var best = votes.first
            for vote in votes where vote.weight > (best?.weight ?? 0) { best = vote }
            return best?.answer
        }
    }
}
