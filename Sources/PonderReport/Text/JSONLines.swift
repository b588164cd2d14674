import Foundation

/// Writes values as one JSON array with a value a line, which stays readable in a diff.
enum JSONLines {
    /// Returns the array, with keys sorted and a line end at its end.
    static func array(_ values: [some Encodable]) throws -> String {
        guard !values.isEmpty else { return "[]\n" }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = try values.map { String(decoding: try encoder.encode($0), as: UTF8.self) }
        return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
    }
}
