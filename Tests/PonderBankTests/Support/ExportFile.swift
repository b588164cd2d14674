import Foundation
import PonderBank

/// The lines of an export, to be looked at or tampered with.
struct ExportFile {
    var lines: [String]

    init(path: String) throws {
        lines = try GzipLineReader.reading(path: path) { reader in
            var lines: [String] = []
            while let line = try reader.next() {
                lines.append(String(decoding: line, as: UTF8.self))
            }
            return lines
        }
    }

    /// The lines, each with its line feed.
    var text: String { lines.map { $0 + "\n" }.joined() }

    /// Writes the lines without compression.
    func write(to path: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
}
