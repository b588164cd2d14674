import Ponder
import PonderRecord

/// The draws that rows of one key share.
struct ForecastTally {
    private static let bytesPerToken = 4

    private let row: PlannedRow
    private var draws = 0

    init(_ row: PlannedRow) { self.row = row }

    /// Counts a row that reads so many draws per problem.
    mutating func take(draws count: Int) { draws = max(draws, count) }

    /// The forecast of the calls.
    func line(_ key: ForecastKey, plan: RunPlan, concurrency: Int) -> Forecast.Line? {
        guard let endpoint = plan.endpoints[key.model] else { return nil }
        let task = plan.tasks[key.task]
        let size = size(key, of: endpoint)
        let perProblem = draws * size.callsPerDraw
        let calls = perProblem * task.problems.count * plan.header.epochs
        var expected = Spend.zero
        var most = Spend.zero
        var work = 0.0
        for problem in task.problems {
            let bytes = problem.prompt.reduce(size.extraBytes) { $0 + $1.text.utf8.count + 64 }
            let tokens = max(1, bytes / Self.bytesPerToken)
            let count = perProblem * plan.header.epochs
            let half = endpoint.spend(promptTokens: tokens, outputTokens: size.expectedTokens)
            let full = endpoint.spend(promptTokens: bytes + 256, outputTokens: size.mostTokens)
            expected += half * count
            most += full * count
            work += Double(count) * Double(size.expectedTokens) / endpoint.rates.decode
            work += Double(plan.header.epochs) * Double(tokens) / endpoint.rates.prefill
        }
        return Forecast.Line(
            task: task.description.name,
            model: key.model,
            role: key.role,
            calls: calls,
            expected: expected,
            most: most,
            seconds: work / Double(concurrency)
        )
    }

    private struct Size {
        var callsPerDraw: Int
        var expectedTokens: Int
        var mostTokens: Int
        /// What the prompt holds besides the problem's own.
        var extraBytes: Int
    }

    private func size(_ key: ForecastKey, of endpoint: ModelEndpoint) -> Size {
        let limit = row.sampling.maxOutputTokens
        guard key.role == .verifier, let calls = row.strategy.needs.verifierCalls else {
            return Size(
                callsPerDraw: 1,
                expectedTokens: (limit + 1) / 2,
                mostTokens: limit,
                extraBytes: 0
            )
        }
        let reads = (endpoint.model.capabilities.topLogProbabilities ?? 0) > 0
        let tokens = reads ? calls.outputTokensWithProbabilities : calls.outputTokens
        return Size(
            callsPerDraw: reads ? calls.perCandidateWithProbabilities : calls.perCandidate,
            expectedTokens: tokens,
            mostTokens: tokens,
            extraBytes: limit * Self.bytesPerToken / 2
        )
    }
}

extension Spend {
    /// The amount so many times; money saturates.
    fileprivate static func * (spend: Spend, count: Int) -> Spend {
        let (cost, isTooMuch) = spend.cost.picoDollars.multipliedReportingOverflow(by: Int64(count))
        return Spend(
            promptTokens: spend.promptTokens * count,
            outputTokens: spend.outputTokens * count,
            calls: spend.calls * count,
            cost: Cost(picoDollars: isTooMuch ? .max : cost),
            flops: spend.flops * Int128(count)
        )
    }
}
