import ArgumentParser
import PonderTasks

/// Lists the tasks with the data that they read.
struct TasksCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tasks",
        abstract: "List tasks: the data that they read and the levels that they generate.",
        discussion: "Example:\n  ponder tasks"
    )

    func run() {
        for task in TaskCatalog.all {
            let description = task.description
            var lines = ["\(description.id)", "  \(description.summary)"]
            lines.append("  fields: \(description.fields)")
            lines.append("  data: \(description.dataSets)")
            lines.append("  worked examples: \(task.examples.count)")
            lines.append("  oracle use: \(description.oracleUse.rawValue)")
            for level in description.levels {
                lines.append("  level \(level.number): \(level.summary)")
            }
            StandardStream.output.print(lines.joined(separator: "\n") + "\n")
        }
    }
}
