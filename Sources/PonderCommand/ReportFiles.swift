import PonderLab
import PonderRecord
import PonderReport

/// Writes what reports consist of.
enum ReportFiles {
    /// Writes an HTML report and the Markdown beside it, and returns their paths.
    ///
    /// - Throws: ``CommandFailure`` when a file cannot be written.
    static func write(_ logs: [RunLog], html path: String) throws -> [String] {
        let stem = path.hasSuffix(".html") ? String(path.dropLast(5)) : path
        let files = [
            ("\(stem).html", HTMLReport.text(logs)),
            ("\(stem).md", MarkdownReport.text(logs)),
        ]
        for (path, text) in files {
            do {
                try TextFile.write(text, to: path)
            } catch let error as RecordError {
                throw CommandFailure.failed("error: \(error)")
            }
        }
        return files.map(\.0)
    }
}
