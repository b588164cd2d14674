import Ponder
import Testing

@Suite
struct CatalogTests {
    private static let settings =
        StrategyCatalog.entries.flatMap { entry in entry.settings.map { (entry.id, $0) } }

    @Test
    func `ids are in kebab case and named once`() {
        let ids = StrategyCatalog.entries.map(\.id) + VerifierCatalog.entries.map(\.id)
        #expect(Set(ids).count == ids.count)
        for id in ids + Self.settings.map(\.1.name) {
            #expect(id.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }, "\(id)")
            #expect(!id.hasPrefix("-") && !id.hasSuffix("-"))
        }
    }

    @Test(arguments: StrategyCatalog.entries.map(\.id))
    func `an entry is found by its id and made from its defaults`(_ id: String) throws {
        let entry = try #require(StrategyCatalog.entry(named: id))
        #expect(entry.id == id)
        #expect(entry.summary.hasSuffix("."))
        #expect(try entry.strategy([:]).needs.roles.contains(.policy))
        #expect(Set(entry.settings.map(\.name)).count == entry.settings.count)
    }

    @Test(arguments: settings)
    func `a default lies in its own range and is explained`(_ id: String, _ spec: SettingSpec) {
        #expect(spec.summary.hasSuffix("."))
        if let value = spec.defaultValue { #expect(spec.complaint(about: value) == nil) }
        if case .choice(let names) = spec.kind { #expect(Set(names).count == names.count) }
    }

    @Test
    func `nothing is found by another name`() {
        #expect(StrategyCatalog.entry(named: "Single") == nil)
        #expect(StrategyCatalog.entry(named: "") == nil)
    }

    @Test(arguments: [
        ["draws": SettingValue.integer(0)], ["draws": .text("8")], ["width": .integer(-1)],
        ["drawz": .integer(8)],
    ])
    func `an impossible setting is an error before anything is made`(
        _ settings: [String: SettingValue]
    ) throws {
        let entry = try #require(StrategyCatalog.entry(named: "self-consistency"))
        #expect(throws: SettingError.self) { try entry.strategy(settings) }
    }

    @Test
    func `settings reach the strategy and its verifier`() throws {
        let entry = try #require(StrategyCatalog.entry(named: "best-of-n"))
        let strategy = try entry.strategy([
            "draws": .integer(5), "width": .integer(2), "verifier": .text("self-certainty"),
            "alternatives": .integer(7), "vocabulary": .integer(100),
        ])
        let best = try #require(strategy as? BestOfN)
        #expect(best.draws == 5)
        #expect(best.width == 2)
        let certainty = try #require(best.verifier as? SelfCertainty)
        #expect(certainty.alternatives == 7)
        #expect(certainty.vocabulary == 100)
        #expect(strategy.needs.logProbabilities == [.policy: 7])
        let judged = try entry.strategy([
            "judge-method": .text("sampling"), "judge-draws": .integer(3),
        ])
        let judge = try #require((judged as? BestOfN)?.verifier as? YesNoJudge)
        #expect(judge.method == .sampling)
        #expect(judge.draws == 3)
        #expect(judged.needs.roles == [.policy, .verifier])
    }
}
