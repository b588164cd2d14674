import Ponder
import PonderTestKit

extension RowOutcome {
    /// Everything that happened in the row, by name.
    var endings: Set<String> {
        var endings = Set(returned.map(\.stop.rawValue))
        for case .failure(let error) in results {
            if error is Billing.LimitReached { endings.insert("limit reached") }
            if let error = error as? ModelError { endings.insert("\(error.code)") }
        }
        if returned.contains(where: { $0.failure != nil }) { endings.insert("failed call") }
        let attempts = Dictionary(grouping: bills.values.joined(), by: \.seed)
        if attempts.values.contains(where: { $0.count > 1 }) { endings.insert("retried call") }
        return endings
    }

    /// What of the results differs from another run of the same row.
    func differences(from other: RowOutcome) -> [Violation] {
        var violations: [Violation] = []
        for (place, (own, others)) in zip(returned, other.returned).enumerated() {
            if own.trace != others.trace {
                violations.append(Violation("equal traces", "problem \(place)"))
            }
            if own.charged != others.charged {
                violations.append(Violation("equal ledgers", "problem \(place)"))
            }
            if own.reading != others.reading || own.confidence != others.confidence {
                violations.append(Violation("equal answers", "problem \(place)"))
            }
            if own.candidates != others.candidates {
                violations.append(Violation("equal candidates", "problem \(place)"))
            }
        }
        if returned.count != other.returned.count {
            violations.append(Violation("equal numbers of results", "\(returned.count)"))
        }
        return violations
    }

    /// Budgets that were left over although a call would still have fitted them, and how many
    /// searches were refused a call in all.
    func stranded() -> (violations: [Violation], refused: Int) {
        var violations: [Violation] = []
        var refused = 0
        for (place, result) in returned.enumerated() where result.stop == .budget {
            guard let call = refusedCall(of: place, in: result) else { continue }
            refused += 1
            let bound = leastBound(of: call, in: result)
            let own = result.charged.total.asSent + bound
            let shared = budget.pot.settled + bound
            if row.perProblem.allows(own), row.perRow.allows(shared) {
                let detail = "problem \(place): \(bound) still fits"
                violations.append(Violation("less than one call's bound is left", detail))
            }
        }
        return (violations, refused)
    }

    /// The call that was refused; `nil` where it was a judgment, whose length is not known here.
    private func refusedCall(of place: Int, in result: SearchResult) -> ModelCall? {
        let problem = row.problems[place]
        if let strategy = row.strategies[place] as? PatchworkStrategy {
            return strategy.refusals[problem.id]
        }
        let wasDraw = result.trace.contains { event in
            guard case .refused(_, .policy) = event.kind else { return false }
            return true
        }
        guard wasDraw else { return nil }
        return ModelCall(
            role: .policy,
            request: ModelRequest(
                messages: [.user(problem.statement)],
                sampling: SamplingOptions(maxOutputTokens: 16)
            )
        )
    }

    /// The least that would have to be reserved for a call: its prompt is known exactly once a
    /// reply to it has come.
    private func leastBound(of call: ModelCall, in result: SearchResult) -> Spend {
        let model = RandomModels.model(of: call.role)
        let exact = ScriptedReply.promptTokens(of: call.request)
        var roles: [Int: Role] = [:]
        var isKnown = false
        for event in result.trace {
            switch event.kind {
            case .issued(let number, let role, _, _): roles[number] = role
            case .settled(let number, _, let usage) where roles[number] == call.role:
                isKnown = isKnown || usage.prompt.value == exact
            default: continue
            }
        }
        let limit = call.leastOutputTokens ?? call.request.sampling.maxOutputTokens
        let prompt = isKnown ? exact : model.tokenUpperBound(of: call.request)
        return RandomModels.spend(
            Usage(prompt: .reported(prompt), output: .reported(limit)),
            role: call.role
        )
    }
}
