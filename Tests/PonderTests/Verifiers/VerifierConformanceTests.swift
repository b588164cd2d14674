import Ponder
import PonderTestKit
import Testing

@Suite
struct VerifierConformanceTests {
    @Test(arguments: VerifierCatalog.entries.map(\.id))
    func `every catalog entry keeps the promises of a verifier`(_ id: String) async throws {
        let entry = try #require(VerifierCatalog.entries.first { $0.id == id })
        let verifier = entry.make(try SettingValues([:], for: entry.settings))
        let range = id == "self-certainty" ? 0...Double.infinity : 0...1
        let violations = try await VerifierConformance(verifier, range: range).violations()
        #expect(violations == [])
    }

    @Test(arguments: YesNoJudge.Method.allCases)
    func `the judge keeps them by every method`(_ method: YesNoJudge.Method) async throws {
        let judge = YesNoJudge(method: method, draws: 3)
        #expect(try await VerifierConformance(judge).violations() == [])
    }
}
