import ArgumentParser
import PonderRecord
import PonderReport

/// Prints one row per model, task, strategy and setting of a run.
struct SummaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Print accuracy and spend, one row per model, task, strategy and setting.",
        discussion: """
            Examples:
              ponder summary runs/first
              ponder summary runs/first --format json | jq '.[].accuracy'
            """
    )

    @Argument(help: "The folder of a run.")
    var folder: String

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let rows = Summary.rows(of: try RunFiles.log(in: folder))
        switch format {
        case .json: StandardStream.output.write(try Summary.json(rows))
        case .text: StandardStream.output.write(SummaryTable.text(rows))
        }
    }
}
