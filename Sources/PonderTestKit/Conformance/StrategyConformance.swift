public import Ponder
import PonderCore

/// Checks that a strategy keeps the promises of `Strategy`.
///
/// The budget holds, whatever it is; the ledger is the bill that the models keep of themselves; a
/// search that is refused or cancelled at any call still returns a result; equal seeds give equal
/// traces at any concurrency and in whatever order calls finish; every trace is well formed; replies
/// without an answer give a typed reason, and nothing depends on a problem's id.
public struct StrategyConformance: Sendable {
    private let strategy: any Strategy
    private let seed = Seed(11)

    /// Creates the suite for a strategy with settings that make at most a few dozen calls.
    public init(_ strategy: any Strategy) { self.strategy = strategy }

    /// Returns what the strategy does wrong.
    public func violations() async throws -> [Violation] {
        let free = try await run(ConformanceRun())
        var violations = free.audit()
        violations += try await budgetsHold(calls: free.bill.calls, spend: free.bill)
        violations += try await cancellationsGiveResults(calls: free.bill.calls)
        violations += try await runsRepeat(like: free)
        violations += try await missingAnswersAreTyped()
        violations += try await unanimityWins()
        return violations
    }

    private func budgetsHold(calls: Int, spend: Spend) async throws -> [Violation] {
        var budgets = (0...calls).map { Budget(calls: $0) }
        for share in [0, 1, 3, 5, 7] {
            budgets.append(Budget(outputTokens: spend.outputTokens * share / 8))
            budgets.append(Budget(totalTokens: spend.totalTokens * share / 8))
            budgets.append(
                Budget(cost: Cost(picoDollars: spend.cost.picoDollars * Int64(share) / 8))
            )
            budgets.append(Budget(flops: spend.flops * Int128(share) / 8))
        }
        var violations: [Violation] = []
        for budget in budgets {
            let outcome = try await run(ConformanceRun(budget: budget))
            violations += outcome.audit()
            if !budget.allows(outcome.bill) {
                violations.append(Violation("the budget holds", "\(budget): \(outcome.bill)"))
            }
            if budget.calls.map({ $0 < calls }) ?? false, outcome.result.stop != .budget {
                let detail = "\(budget.calls ?? 0) calls: \(outcome.result.stop)"
                violations.append(Violation("a refused search stops for its budget", detail))
            }
        }
        return violations
    }

    private func cancellationsGiveResults(calls: Int) async throws -> [Violation] {
        var violations: [Violation] = []
        for call in stride(from: 1, through: calls, by: 1) {
            for limit in [1, 8] {
                let interrupted = ConformanceRun(concurrency: limit, cancelledAtCall: call)
                let outcome = try await run(interrupted)
                violations += TraceAudit.violations(in: outcome.result.trace)
                if outcome.result.stop != .cancelled {
                    let detail = "at call \(call): \(outcome.result.stop)"
                    violations.append(Violation("a cancelled search says so", detail))
                }
            }
        }
        return violations
    }

    private func runsRepeat(like free: ConformanceOutcome) async throws -> [Violation] {
        let plain = ConformanceRun()
        var variants: [(String, ConformanceRun)] = [1, 2, 64].map { limit in
            ("at concurrency \(limit)", ConformanceRun(concurrency: limit))
        }
        for shuffle in 0..<3 {
            let run = ConformanceRun(concurrency: 64, shuffle: Seed(UInt64(shuffle)))
            variants.append(("shuffled, \(shuffle)", run))
        }
        variants.append(("under another id", ConformanceRun(problemID: "another-id")))
        var violations: [Violation] = []
        for (name, variant) in variants where variant != plain {
            let other = try await run(variant)
            if other.result.trace != free.result.trace {
                violations.append(Violation("equal seeds give equal traces", name))
            }
            if other.result.charged != free.result.charged {
                violations.append(Violation("equal seeds give equal ledgers", name))
            }
            if other.result.reading != free.result.reading {
                violations.append(Violation("equal seeds give equal answers", name))
            }
        }
        return violations
    }

    private func missingAnswersAreTyped() async throws -> [Violation] {
        var violations: [Violation] = []
        for (manner, reason) in [
            (ConformanceModel.Manner.silent, NoAnswer.empty), (.failing, .failed),
        ] {
            let outcome = try await run(ConformanceRun(manner: manner))
            violations += TraceAudit.violations(in: outcome.result.trace)
            if outcome.result.reading != .none(reason) || outcome.result.confidence != 0 {
                let detail = "\(outcome.result.reading), not \(reason)"
                violations.append(Violation("no answer has its reason", detail))
            }
        }
        return violations
    }

    private func unanimityWins() async throws -> [Violation] {
        let outcome = try await run(ConformanceRun(manner: .unanimous))
        let answer = outcome.result.answer?.canonical
        guard answer != ConformanceModel.consensus else { return [] }
        return [Violation("one answer by all is the answer", "\(answer ?? "none")")]
    }

    private func run(_ run: ConformanceRun) async throws -> ConformanceOutcome {
        try await run.outcome(of: strategy, seed: seed)
    }
}
