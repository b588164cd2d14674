import Foundation

/// Values as JSON for machines and people: sorted keys, indented.
enum JSONText {
    /// The JSON of a value, with a line end.
    static func of(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
