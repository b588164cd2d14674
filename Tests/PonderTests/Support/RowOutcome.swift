import Ponder
import PonderTestKit

/// What a row of searches came to, and the bills that the models kept of it.
struct RowOutcome: Sendable {
    var row: RandomRow
    var budget: RowBudget
    var billing: Billing
    var results: [Result<SearchResult, any Error>] = []
    var bills: [Role: [BilledAttempt]] = [:]
    /// The journal; `nil` when nothing was recorded.
    var entries: [AuditedDrawStore.Entry]?

    /// The searches that returned a result.
    var returned: [SearchResult] {
        results.compactMap { result in
            guard case .success(let value) = result else { return nil }
            return value
        }
    }

    /// What is wrong with the caps, the ledgers and the traces.
    func violations() -> [Violation] {
        capsHold() + billsAgree() + journalAgrees() + errorsAreExpected()
            + returned.flatMap { TraceAudit.violations(in: $0.trace) }
    }

    /// Whether a provider used more than it was allowed to, which no cap can hold against.
    private var hasOverrun: Bool {
        bills.values.joined().contains { $0.used.output.value > $0.outputLimit }
    }

    private func capsHold() -> [Violation] {
        var violations: [Violation] = []
        for result in returned where !row.perProblem.allows(result.charged.total.asSent) {
            let detail = "\(row.perProblem): \(result.charged.total.asSent)"
            violations.append(Violation("the cap of a problem holds", detail))
        }
        if budget.pot.reserved != .zero {
            violations.append(Violation("no reservation is left", "\(budget.pot.reserved)"))
        }
        let used = budget.pot.settled
        if !hasOverrun, !row.perRow.allows(used) {
            violations.append(Violation("the cap of a row holds", "\(row.perRow): \(used)"))
        }
        if !hasOverrun, !row.spendLimit.allows(billing.total) {
            let detail = "\(row.spendLimit): \(billing.total)"
            violations.append(Violation("the spend limit holds", detail))
        }
        let charged = returned.reduce(Spend.zero) { $0 + $1.charged.total.asSent }
        if returned.count == results.count, charged != used {
            let detail = "pot \(used), searches \(charged)"
            violations.append(Violation("the pot holds what the searches are charged", detail))
        }
        return violations
    }

    private func billsAgree() -> [Violation] {
        let attempts = bills.flatMap { role, bill in bill.map { (role, $0) } }
        let used = attempts.reduce(Spend.zero) { $0 + RandomModels.spend($1.1.used, role: $1.0) }
        let billed = billing.total
        // No two problems share a draw, so whatever was used is charged to one of them.
        guard Self.covers(budget.pot.settled, used) else {
            let detail = "\(budget.pot.settled), \(used)"
            return [Violation("charged is not below what was used", detail)]
        }
        if attempts.allSatisfy({ $0.1.isKnown }), billed != used {
            return [Violation("billed is what was used", "\(billed), \(used)")]
        }
        return Self.covers(billed, used) && billed.calls == used.calls
            ? [] : [Violation("billed is not below what was used", "\(billed), \(used)")]
    }

    /// Compares the journal with the bills attempt by attempt.
    private func journalAgrees() -> [Violation] {
        guard let entries else { return [] }
        var attempts: [UInt64: [(role: Role, attempt: BilledAttempt)]] = [:]
        for (role, bill) in bills {
            for attempt in bill { attempts[attempt.seed, default: []].append((role, attempt)) }
        }
        var violations: [Violation] = []
        for (address, entries) in Dictionary(grouping: entries, by: \.address) {
            let bill = attempts.removeValue(forKey: address.seed) ?? []
            if bill.count != entries.count {
                violations.append(Violation("every attempt is journalled", "\(address)"))
                continue
            }
            for (entry, (role, attempt)) in zip(entries, bill) {
                let used = RandomModels.spend(attempt.used, role: role)
                let expected = attempt.isKnown ? used : entry.bound
                if entry.billed != expected {
                    let detail = "\(entry), used \(used), known: \(attempt.isKnown)"
                    violations.append(Violation("an attempt is billed as known or bound", detail))
                }
                if !Self.covers(entry.bound, used), attempt.used.output.value <= attempt.outputLimit
                {
                    violations.append(Violation("the bound holds", "\(entry), used \(used)"))
                }
            }
        }
        if let seed = attempts.keys.first {
            violations.append(Violation("every attempt is journalled", "seed \(seed)"))
        }
        return violations
    }

    private func errorsAreExpected() -> [Violation] {
        results.compactMap { result in
            guard case .failure(let error) = result else { return nil }
            if let error = error as? ModelError, error.isFatal,
                row.plan.fatalFailure + row.plan.overLimit > 0
            {
                return nil
            }
            if error is Billing.LimitReached, row.spendLimit.limitsSpend { return nil }
            return Violation("a search returns a result", "\(error)")
        }
    }

    private static func covers(_ bound: Spend, _ used: Spend) -> Bool {
        bound.promptTokens >= used.promptTokens && bound.outputTokens >= used.outputTokens
            && bound.calls >= used.calls && bound.cost >= used.cost && bound.flops >= used.flops
    }
}
