import Foundation

/// A file that is there while a closure runs.
enum TemporaryFile {
    /// Writes lines to a new file, calls a closure with its path, and removes it.
    static func with<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("ponder-\(UUID().uuidString).jsonl")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path)
    }
}
