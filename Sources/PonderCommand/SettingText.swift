import Ponder

/// Reads a setting's value from the command line by the type that it should have.
enum SettingText {
    /// The value; a text where it does not read as its type, so that the check says what is wrong.
    static func value(
        _ text: String,
        of name: String,
        in specs: [SettingSpec]
    ) -> SettingValue {
        guard let spec = specs.first(where: { $0.name == name }) else { return .text(text) }
        switch spec.kind {
        case .integer: return Int(text).map { .integer($0) } ?? .text(text)
        case .number: return Double(text).map { .number($0) } ?? .text(text)
        case .flag: return Bool(text).map { .flag($0) } ?? .text(text)
        case .list: return .list(text.split(separator: ",").map(String.init))
        case .choice, .text: return .text(text)
        }
    }
}
