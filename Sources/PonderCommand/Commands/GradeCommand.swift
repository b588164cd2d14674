import ArgumentParser
import PonderLab
import PonderTasks

/// Grades samples made elsewhere.
struct GradeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Grade samples made elsewhere: accuracy, pass@k, majority@k.",
        discussion: """
            The file holds one JSON object a line with "id", "sample" and "text". The \
            targets come from --data, or from the task's own fields in the same lines \
            ("numbers", "question", "answer").

            Examples:
              ponder grade --task game-of-24 --samples samples.jsonl
              ponder grade --task gsm8k --data gsm8k.jsonl --samples samples.jsonl \\
                --format json
            """
    )

    @Option(help: "The task; see: ponder tasks.")
    var task: String

    @Option(help: "The JSON Lines file of samples.")
    var samples: String

    @Option(help: "The JSON Lines file of problems, if the samples do not carry their targets.")
    var data: String?

    @Option(
        name: .customLong("k"),
        help: "A number of draws to report; may be repeated. Powers of two and ten by default."
    )
    var ks: [Int] = []

    @Option(help: "How to print: text or json.")
    var format = OutputFormat.text

    func run() throws {
        do {
            let grading = try Grading(task: task, samples: samples, data: data, ks: ks)
            switch format {
            case .json: StandardStream.output.write(try JSONText.of(grading))
            case .text: StandardStream.output.print(GradingText.of(grading))
            }
        } catch let error as TaskError {
            throw CommandFailure.usage("error: \(error)")
        } catch let error as Grading.Unanswerable {
            throw CommandFailure.usage("error: \(error)")
        }
    }
}
