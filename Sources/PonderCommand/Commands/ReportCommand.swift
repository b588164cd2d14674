import ArgumentParser
import PonderRecord
import PonderReport

/// Writes the report of one or more runs.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the report of one or more runs as HTML and Markdown.",
        discussion: """
            Examples:
              ponder report runs/first
              ponder report runs/first runs/second --out both.html
            """
    )

    @Argument(help: "The folders of the runs.")
    var folders: [String]

    @Option(
        help:
            """
            The HTML file; the Markdown and the chart go beside it. By default \
            report.html in the first folder.
            """
    )
    var out: String?

    func run() throws {
        let logs = try folders.map { try RunFiles.log(in: $0) }
        let path = out ?? "\(folders[0])/report.html"
        for file in try ReportFiles.write(logs, html: path) {
            StandardStream.output.print(file)
        }
    }
}
