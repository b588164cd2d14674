import Ponder
import PonderTestKit
import Testing

@Suite
struct StrategyConformanceTests {
    @Test(arguments: CatalogCase.all)
    func `every catalog entry keeps the promises of a strategy`(_ example: CatalogCase) async throws
    {
        let strategy = try example.entry.strategy(example.settings)
        let violations = try await StrategyConformance(strategy).violations()
        #expect(violations == [])
    }
}
