import ArgumentParser
import PonderReport

/// Compares the rows of two runs, problem by problem.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare two runs: paired differences with intervals.",
        discussion: """
            Rows are paired where model, task, strategy and settings are the same, and \
            problems by id.

            Example:
              ponder compare runs/before runs/after
            """
    )

    @Argument(help: "The folder of the first run.")
    var first: String

    @Argument(help: "The folder of the second run.")
    var second: String

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    func run() throws {
        let comparisons = RunComparison.comparisons(
            of: try RunFiles.log(in: first),
            with: try RunFiles.log(in: second)
        )
        guard !comparisons.isEmpty else {
            throw CommandFailure.failed("error: the runs share no problems of one task")
        }
        switch format {
        case .json: StandardStream.output.write(try RunComparison.json(comparisons))
        case .text: StandardStream.output.write(ComparisonTable.text(comparisons))
        }
    }
}
