import Ponder
import PonderCore

/// Reads the values of a config by the types they should have, and collects every mistake.
///
/// A value that is not as expected is `nil` after a complaint; reading goes on with the next one.
final class ConfigReader {
    let path: String
    let catalog: ConfigCatalog
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String, catalog: ConfigCatalog) {
        self.path = path
        self.catalog = catalog
    }

    /// The folder that relative paths are taken from.
    var folder: String { ConfigPath.folder(of: path) }

    /// Notes a mistake, in one line.
    func complain(_ position: SourcePosition, _ message: String) {
        let line = message.split(whereSeparator: \.isNewline).joined(separator: "\\n")
        diagnostics.append(Diagnostic(path: path, position: position, message: line))
    }

    /// A value in quotes, cut short if it is long.
    static func quote(_ text: String) -> String {
        text.count <= longestQuote ? "'\(text)'" : "'\(text.prefix(longestQuote))…'"
    }

    private static let longestQuote = 60

    // MARK: - Structure

    /// Reads a mapping; a key that is not among the known ones is a mistake.
    func mapping(_ node: ConfigNode, _ what: String, keys: [String]) -> ConfigMapping? {
        guard let mapping = names(node, what) else { return nil }
        for entry in mapping.entries where !keys.contains(entry.key) {
            complain(
                entry.position,
                "unknown key \(Self.quote(entry.key)) in \(what); \(Spelling.hint(for: entry.key, among: keys))"
            )
        }
        return mapping
    }

    /// Reads a mapping whose keys are names that the config chooses.
    func names(_ node: ConfigNode, _ what: String) -> ConfigMapping? {
        guard case .mapping(let entries) = node.content else {
            complain(node.position, "\(what): a mapping is expected, not \(node.words)")
            return nil
        }
        return ConfigMapping(position: node.position, entries: entries)
    }

    /// Reads the items of a list, which must have one at least.
    func list(_ node: ConfigNode, _ what: String) -> [ConfigNode]? {
        guard let items = node.items else {
            complain(node.position, "\(what): a list is expected, not \(node.words)")
            return nil
        }
        if items.isEmpty {
            complain(node.position, "\(what): the list is empty; give at least one item")
            return nil
        }
        return items
    }

    /// Reads one value, or the several values of a sweep, which must differ.
    func sweep<Value: Equatable>(
        _ node: ConfigNode,
        _ what: String,
        read: (ConfigNode) -> Value?
    ) -> [Located<Value>] {
        guard let items = node.items else {
            return read(node).map { [Located($0, node.position)] } ?? []
        }
        guard (1...ConfigLimits.rows).contains(items.count) else {
            complain(
                node.position,
                "\(what): the sweep has \(items.count) values; give from 1 to \(ConfigLimits.rows)"
            )
            return []
        }
        var values: [Located<Value>] = []
        for item in items {
            guard let value = read(item) else { continue }
            if values.contains(where: { $0.value == value }) {
                complain(item.position, "\(what): this value stands in the sweep twice")
            } else {
                values.append(Located(value, item.position))
            }
        }
        return values
    }

    // MARK: - Scalars

    /// Reads the text of a scalar, whatever YAML would take it for.
    func text(_ node: ConfigNode, _ what: String, _ expectation: String = "a text") -> String? {
        guard case .scalar(let text, _) = node.content, !node.isMissing else {
            complain(node.position, "\(what): give \(expectation), not \(node.words)")
            return nil
        }
        return text
    }

    /// Reads a whole number in a range.
    func integer<Value: FixedWidthInteger>(
        _ node: ConfigNode,
        _ what: String,
        in range: ClosedRange<Value>
    ) -> Value? {
        let expectation = "a whole number from \(range.lowerBound) to \(range.upperBound)"
        guard let text = text(node, what, expectation) else { return nil }
        guard case .whole(let units)? = DecimalText(text)?.units(),
            let value = Value(exactly: units), range.contains(value)
        else {
            complain(node.position, "\(what): \(Self.quote(text)) is not \(expectation)")
            return nil
        }
        return value
    }

    /// Reads a decimal number exactly, in units of `10^-scale`.
    func units(
        _ node: ConfigNode,
        _ what: String,
        scale: Int,
        in range: ClosedRange<Int128>,
        _ expectation: String
    ) -> Int128? {
        guard let text = text(node, what, expectation) else { return nil }
        guard case .whole(let units)? = DecimalText(text)?.units(scale: scale),
            range.contains(units)
        else {
            complain(node.position, "\(what): \(Self.quote(text)) is not \(expectation)")
            return nil
        }
        return units
    }

    /// Reads a number in a range.
    func number(_ node: ConfigNode, _ what: String, in range: ClosedRange<Double>) -> Double? {
        let expectation = "a number from \(range.lowerBound) to \(range.upperBound)"
        guard let text = text(node, what, expectation) else { return nil }
        guard let value = DecimalText(text)?.double, range.contains(value) else {
            complain(node.position, "\(what): \(Self.quote(text)) is not \(expectation)")
            return nil
        }
        return value
    }

    /// Reads a name that must be among the known ones.
    func choice(_ node: ConfigNode, _ what: String, of known: [String]) -> String? {
        guard let name = text(node, what, "a name") else { return nil }
        guard known.contains(name) else {
            complain(
                node.position,
                "\(what): there is no \(Self.quote(name)); \(Spelling.hint(for: name, among: known))"
            )
            return nil
        }
        return name
    }
}
