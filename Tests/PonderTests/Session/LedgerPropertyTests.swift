import Ponder
import PonderTestKit
import Testing

@Suite
struct LedgerPropertyTests {
    /// How many random rows each of the ten parts runs.
    private static let rows: UInt64 = 1000

    @Test(arguments: 0..<UInt64(10))
    func `no cap is exceeded and the bill is the models' own whatever goes wrong`(
        _ part: UInt64
    ) async throws {
        for seed in part * Self.rows..<(part + 1) * Self.rows {
            var row = RandomRow(seed: Seed(seed), problems: 1...4)
            row.goWrong()
            let violations = try await row.run().violations()
            #expect(violations == [], "seed \(seed)")
        }
    }
}
