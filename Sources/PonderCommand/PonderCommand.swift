import ArgumentParser
import Ponder

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// The command line.
@main
struct PonderCommand: AsyncParsableCommand {
    /// The version, as logs and `--version` say it.
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "ponder",
        abstract: "Spend test-time compute where it pays: run, compare and use reasoning search.",
        discussion: """
            Start with an experiment and look at its report:

              ponder run Experiments/arithmetic.yaml --out runs/first
              ponder summary runs/first

            Exit codes: 0 done, 1 something failed, 64 wrong usage, 130 interrupted with \
            what was finished kept.
            """,
        version: version,
        subcommands: [
            RunCommand.self, ReportCommand.self, CompareCommand.self, SummaryCommand.self,
            SolveCommand.self, GradeCommand.self, BankCommand.self, StrategiesCommand.self,
            TasksCommand.self,
        ]
    )

    /// Parses the arguments and runs a command; every failure is one clear message and a code.
    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let code as ExitCode {
            leave(code.rawValue)
        } catch let failure as CommandFailure {
            StandardStream.error.print(failure.message)
            leave(failure.code)
        } catch {
            let code = exitCode(for: error)
            guard code == .success || code == .validationFailure else {
                StandardStream.error.print("error: \(error)")
                leave(ExitCode.failure.rawValue)
            }
            let text = fullMessage(for: error)
            let stream = code == .success ? StandardStream.output : StandardStream.error
            if !text.isEmpty { stream.print(text) }
            leave(code.rawValue)
        }
    }

    /// Ends the process; a command's own `exit` is an error to throw.
    private static func leave(_ code: Int32) -> Never {
        #if canImport(Glibc)
        Glibc.exit(code)
        #elseif canImport(Musl)
        Musl.exit(code)
        #else
        Darwin.exit(code)
        #endif
    }
}
