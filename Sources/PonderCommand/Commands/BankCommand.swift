import ArgumentParser
import PonderBank

/// Moves the draws of a bank into a compact file and back.
struct BankCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bank",
        abstract: "Write a bank's draws to a compact file, and read them back.",
        discussion: """
            A published run keeps its draws in such a file; a replay over them rebuilds its report.

            Examples:
              ponder bank export runs/first/draws.sqlite --out draws.jsonl.gz
              ponder bank import draws.jsonl.gz --bank again.sqlite
            """,
        subcommands: [Export.self, Import.self]
    )

    /// Writes all draws of a bank to a file.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Write all draws of a bank to a compressed file."
        )

        @Argument(help: "The draw bank.")
        var bank: String

        @Option(help: "The file to write, ending in .jsonl.gz by custom.")
        var out: String

        func run() throws {
            do {
                let bank = try DrawBank(replaying: bank)
                let tally = try bank.export(to: out)
                try bank.close()
                StandardStream.output.print("\(out): \(tally.draws) draws")
            } catch let error as BankError {
                throw CommandFailure.failed("error: \(error)")
            }
        }
    }

    /// Reads draws from a file into a bank.
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: "Read draws from a file into a bank, made if it is not there."
        )

        @Argument(help: "The file that an export wrote.")
        var file: String

        @Option(help: "The draw bank.")
        var bank: String

        func run() throws {
            do {
                let bank = try DrawBank(path: bank, run: "import")
                let tally = try bank.importDraws(from: file)
                try bank.close()
                StandardStream.output.print("\(self.bank): \(tally.draws) new draws")
            } catch let error as BankError {
                throw CommandFailure.failed("error: \(error)")
            }
        }
    }
}
