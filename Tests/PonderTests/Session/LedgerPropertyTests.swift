import Ponder
import PonderTestKit
import Testing

/// A search that waits for ever fails by the time limit.
@Suite(.timeLimit(.minutes(5)))
struct LedgerPropertyTests {
    private static let parts: Range<UInt64> = 0..<10

    @Test(arguments: parts)
    func `no cap is exceeded and the bill is the models' own whatever goes wrong`(
        _ part: UInt64
    ) async throws {
        var endings: Set<String> = []
        for seed in part * 1000..<(part + 1) * 1000 {
            var row = RandomRow(seed: Seed(seed), problems: 1...4)
            row.goWrong()
            let outcome = try await row.run()
            let violations = outcome.violations()
            #expect(violations == [], "seed \(seed)")
            endings.formUnion(outcome.endings)
        }
        // The runs are worth something only if everything happens in them.
        let expected: Set = [
            "finished", "budget", "cancelled", "failed call", "retried call", "limit reached",
            "boundViolated", "authentication",
        ]
        #expect(endings.isSuperset(of: expected), "missing: \(expected.subtracting(endings))")
    }

    @Test(arguments: parts)
    func `without faults a row is the same at any concurrency and spends all that fits`(
        _ part: UInt64
    ) async throws {
        var refusals = 0
        for seed in part * 60..<(part + 1) * 60 {
            var row = RandomRow(seed: Seed(seed), problems: 1...8)
            row.plan.latency = 4
            try await check(row, &refusals)
        }
        #expect(refusals > 60)
    }

    @Test(arguments: [9, 20, 40])
    func `many problems share a pot alike at any concurrency`(_ problems: Int) async throws {
        var refusals = 0
        for seed in 0..<UInt64(10) {
            var row = RandomRow(seed: Seed(1000 + seed), problems: problems...problems)
            row.plan.latency = 4
            row.perProblem = .unlimited
            row.perRow = Budget(totalTokens: 60 * problems + Int(seed))
            try await check(row, &refusals)
        }
        #expect(refusals > 10)
    }

    /// Runs a row at several concurrencies and compares everything that must not depend on it.
    private func check(_ plain: RandomRow, _ refusals: inout Int) async throws {
        var row = plain
        row.concurrency = 1
        let first = try await row.run()
        #expect(first.violations() == [], "seed \(row.seed.value)")
        let (stranded, refused) = first.stranded()
        #expect(stranded == [], "seed \(row.seed.value)")
        refusals += refused
        for limit in [2, 64] {
            row.concurrency = limit
            let other = try await row.run()
            #expect(other.violations() == [], "seed \(row.seed.value), concurrency \(limit)")
            #expect(other.differences(from: first) == [], "seed \(row.seed.value), \(limit)")
        }
    }
}
