import Ponder
import Testing

/// A catalog entry with settings that a conformance suite can run.
struct CatalogCase: CustomTestStringConvertible, Sendable {
    var entry: StrategyEntry
    var settings: [String: SettingValue]

    var testDescription: String {
        let values = settings.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
        return "\(entry.id) \(values.joined(separator: ", "))"
    }

    /// Every strategy, with every verifier that it may use, in one wave and in several.
    static let all: [CatalogCase] = StrategyCatalog.entries.flatMap { entry in
        var cases: [[String: SettingValue]] = [[:]]
        func vary(_ name: String, _ values: [SettingValue]) {
            guard entry.settings.contains(where: { $0.name == name }) else { return }
            cases = cases.flatMap { settings in
                values.map { settings.merging([name: $0]) { $1 } }
            }
        }
        vary("draws", [.integer(7)])
        vary("width", [.integer(7), .integer(3)])
        vary("verifier", VerifierCatalog.entries.map { .text($0.id) })
        return cases.map { CatalogCase(entry: entry, settings: $0) }
    }
}
