import PonderLab
import PonderRecord
import PonderReport

/// Writes what reports consist of.
enum ReportFiles {
    /// Writes an HTML report, and beside it the Markdown and the chart that it shows.
    ///
    /// - Throws: ``CommandFailure`` when a file cannot be written.
    static func write(_ logs: [RunLog], html path: String) throws -> [String] {
        let stem = path.hasSuffix(".html") ? String(path.dropLast(5)) : path
        let chart = ReportSVG.text(logs)
        let chartName = stem.split(separator: "/").last.map { "\($0).svg" }
        var files = [
            ("\(stem).html", HTMLReport.text(logs)),
            ("\(stem).md", MarkdownReport.text(logs, chart: chart == nil ? nil : chartName)),
        ]
        if let chart { files.append(("\(stem).svg", chart)) }
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
