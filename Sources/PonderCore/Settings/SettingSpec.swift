/// A setting of a catalog entry: its name, type, range, default and meaning.
///
/// Config files, the command line and the lists that it prints all read this one description.
public struct SettingSpec: Hashable, Sendable {
    /// The type and range of a setting's values.
    public enum Kind: Hashable, Sendable {
        /// True or false.
        case flag
        /// A whole number in a range.
        case integer(ClosedRange<Int>)
        /// A number in a range; `excludesLowerBound` leaves the lower end out.
        case number(ClosedRange<Double>, excludesLowerBound: Bool = false)
        /// One of these names.
        case choice([String])
        /// Any text.
        case text
        /// A list of texts.
        case list
    }

    /// The setting's name in kebab case, never renamed.
    public var name: String

    /// The type and range.
    public var kind: Kind

    /// The value without which the entry works; `nil` when the setting is optional or required.
    public var defaultValue: SettingValue?

    /// Whether a value must be given.
    public var isRequired: Bool

    /// What the setting means, in one sentence with its unit.
    public var summary: String

    /// Creates a description.
    public init(
        _ name: String,
        _ kind: Kind,
        default defaultValue: SettingValue? = nil,
        isRequired: Bool = false,
        _ summary: String
    ) {
        self.name = name
        self.kind = kind
        self.defaultValue = defaultValue
        self.isRequired = isRequired
        self.summary = summary
    }

    /// Returns what is wrong with a value, or `nil` if it may be used.
    public func complaint(about value: SettingValue) -> String? {
        switch (kind, value) {
        case (.flag, .flag), (.text, .text), (.list, .list):
            return nil
        case (.integer(let range), .integer(let value)):
            return range.contains(value) ? nil : "\(value) is outside \(Self.words(range))"
        case (.number(let range, let excludes), .integer(let value)):
            return complaint(about: Double(value), in: range, excluding: excludes)
        case (.number(let range, let excludes), .number(let value)):
            return complaint(about: value, in: range, excluding: excludes)
        case (.choice(let names), .text(let value)):
            return names.contains(value)
                ? nil : "'\(value)' is not one of \(names.joined(separator: ", "))"
        default:
            return "'\(value)' is not \(expectation)"
        }
    }

    /// What a value must be, in words: "a whole number from 1 to 64".
    public var expectation: String {
        switch kind {
        case .flag: "true or false"
        case .integer(let range): "a whole number \(Self.words(range))"
        case .number(let range, let excludes):
            excludes
                ? "a number above \(range.lowerBound), \(Self.words(range))"
                : "a number \(Self.words(range))"
        case .choice(let names): "one of \(names.joined(separator: ", "))"
        case .text: "a text"
        case .list: "a list of texts"
        }
    }

    private func complaint(
        about value: Double,
        in range: ClosedRange<Double>,
        excluding: Bool
    ) -> String? {
        guard range.contains(value), !(excluding && value == range.lowerBound) else {
            return "\(value) is not \(expectation)"
        }
        return nil
    }

    private static func words(_ range: ClosedRange<Int>) -> String {
        range.upperBound == .max
            ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
    }

    private static func words(_ range: ClosedRange<Double>) -> String {
        range.upperBound == .infinity
            ? "of at least \(range.lowerBound)" : "from \(range.lowerBound) to \(range.upperBound)"
    }
}
