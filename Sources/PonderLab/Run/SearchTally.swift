import Ponder
import PonderRecord

/// Counts and sums over the searches of one problem, one per replay.
struct SearchTally {
    private(set) var replays = 0
    private(set) var correct = 0
    private(set) var covered = 0
    private(set) var candidates = 0
    private(set) var microseconds = 0
    private(set) var charged: [Role: Charge] = [:]
    private(set) var outcomes: [ResultRecord.Outcome: Int] = [:]
    /// The most that any one search was charged, unit by unit.
    private(set) var peak = Charge()
    private(set) var failure: ModelError?

    /// Adds a search.
    mutating func add(
        _ result: SearchResult,
        _ session: SearchSession,
        isCorrect: (Answer) -> Bool
    ) {
        var known: [Answer: Bool] = [:]
        func isRight(_ answer: Answer) -> Bool {
            if let right = known[answer] { return right }
            let right = isCorrect(answer)
            known[answer] = right
            return right
        }
        replays += 1
        if let answer = result.answer, isRight(answer) { correct += 1 }
        let answers = result.candidates.compactMap(\.candidate.answer)
        if answers.contains(where: isRight) { covered += 1 }
        candidates += result.candidates.count
        microseconds += session.modelledMicroseconds
        for (role, line) in result.charged.lines {
            charged[role, default: Charge()] += Charge(line)
        }
        outcomes[Self.outcome(of: result), default: 0] += 1
        peak.raise(to: Charge(result.charged.total))
        failure = failure ?? result.failure
    }

    /// How a search ended, as logs and reports count it.
    static func outcome(of result: SearchResult) -> ResultRecord.Outcome {
        switch result.reading {
        case .answer: .answered
        case .none
        where result.candidates.isEmpty && [.budget, .deadline].contains(result.stop):
            .unaffordable
        case .none(.unparsable): .unparsable
        case .none(.truncated): .truncated
        case .none(.refused): .refused
        case .none(.empty): .empty
        case .none(.failed): .failed
        }
    }
}

extension Charge {
    /// Makes each unit at least that of another charge.
    fileprivate mutating func raise(to other: Charge) {
        outputTokens = max(outputTokens, other.outputTokens)
        reasoningTokens = max(reasoningTokens, other.reasoningTokens)
        promptTokens = max(promptTokens, other.promptTokens)
        distinctPromptTokens = max(distinctPromptTokens, other.distinctPromptTokens)
        calls = max(calls, other.calls)
        costPicoDollars = max(costPicoDollars, other.costPicoDollars)
        flops = WideInteger(max(flops.value, other.flops.value))
        flopsUncached = WideInteger(max(flopsUncached.value, other.flopsUncached.value))
    }
}
