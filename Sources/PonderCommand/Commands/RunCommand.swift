import ArgumentParser
import Ponder
import PonderBank
import PonderLab
import PonderRecord
import PonderReport

/// Runs or resumes an experiment.
struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run or resume an experiment from its config.",
        discussion: """
            What is finished is never done again and never paid for again: run the \
            same command to resume. The folder gets run.jsonl, summary.json, \
            report.html, report.md, report.svg, config.yaml and \
            diagnostics.json.

            Examples:
              ponder run Experiments/arithmetic.yaml --dry-run
              ponder run Experiments/arithmetic.yaml --out runs/first
              ponder run Experiments/arithmetic.yaml --out runs/again \\
                --bank runs/first/draws.sqlite --replay
            """
    )

    @Argument(help: "The experiment's YAML file.")
    var config: String

    @Option(help: "The folder of the run; runs/NAME by default, after the experiment's name.")
    var out: String?

    @Option(help: "The draw bank, instead of the config's.")
    var bank: String?

    @Flag(help: "Take every draw from the bank: a missing one is an error, and no model is called.")
    var replay = false

    @Flag(name: .customLong("dry-run"), help: "Forecast calls, tokens, money and time, and stop.")
    var dryRun = false

    @Flag(help: "Print neither progress nor results.")
    var quiet = false

    func run() async throws {
        do {
            let experiment = try ExperimentFile.load(config)
            let restore: @Sendable () -> Void = { ProgressDisplay.restore(.error) }
            try await Interruption.cancelling(abandon: restore) {
                try await ModelFactory.withModels(of: experiment) {
                    try await run(experiment, with: $0)
                }
            }
        } catch is CancellationError {
            throw interrupted
        } catch let error as ExperimentError {
            throw CommandFailure.usage(error.description)
        } catch let error as RunFolder.Mismatch {
            throw CommandFailure.usage("error: \(error)")
        } catch let error as RecordError {
            throw CommandFailure.failed("error: \(error)")
        } catch let error as BankError {
            throw CommandFailure.failed("error: \(error)")
        } catch let error as ModelError {
            throw CommandFailure.failed("error: \(error.message)")
        }
    }

    private func run(_ experiment: Experiment, with models: ModelFactory.Models) async throws {
        let built = try PlanBuilder(experiment, version: PonderCommand.version)
            .build(models.endpoints)
        if dryRun {
            let forecast = Forecast(built.plan, concurrency: experiment.concurrency)
            StandardStream.output.print(ForecastText.lines(forecast))
            return
        }
        let path = out ?? "runs/\(experiment.name)"
        let file = try RunBank.file(
            of: experiment,
            folder: path,
            override: self.bank,
            replay: replay,
            needs: built
        )
        if !replay { try await models.probe() }
        let folder = try RunFolder(path, plan: built.plan)
        defer { folder.log.close() }
        try folder.write(experiment.resolvedYAML, to: "config.yaml")
        let bank = try RunBank(file, folder: path, replay: replay, pools: built.pools)
        defer { bank.close() }
        let clock = ContinuousClock()
        let start = clock.now
        let outcome = try await execute(built.plan, in: folder, with: bank)
        try finish(outcome, in: folder, with: bank, elapsed: clock.now - start)
    }

    /// Runs a plan beside its progress display.
    private func execute(
        _ plan: RunPlan,
        in folder: RunFolder,
        with bank: RunBank
    ) async throws -> RunOutcome {
        let monitor = RunMonitor()
        let runner = ExperimentRunner(
            plan: plan,
            draws: bank.source(seed: Seed(plan.header.seed)),
            earlier: folder.earlier,
            monitor: monitor
        ) { try folder.log.append($0) }
        guard !quiet else { return try await runner.run() }
        let display = ProgressDisplay(stream: .error, monitor: monitor, billing: runner.billing)
        return try await withThrowingTaskGroup(of: RunOutcome?.self) { group in
            group.addTask { try await runner.run() }
            group.addTask {
                await display.run()
                return nil
            }
            var outcome: RunOutcome?
            while outcome == nil, let next = try await group.next() { outcome = next }
            group.cancelAll()
            guard let outcome else { throw CancellationError() }
            return outcome
        }
    }

    /// Writes what a run leaves in its folder, prints its summary, and ends with its exit code.
    private func finish(
        _ outcome: RunOutcome,
        in folder: RunFolder,
        with bank: RunBank,
        elapsed: Duration
    ) throws {
        let log = try RunLogReader.read(folder.path)
        let diagnostics = RunDiagnostics(
            log: log,
            billed: outcome.billed,
            billedByAllInvocations: try bank.billed(),
            lostAttempts: bank.lostAttempts,
            elapsed: elapsed
        )
        try folder.write(try JSONText.of(diagnostics), to: RunDiagnostics.fileName)
        let rows = Summary.rows(of: log)
        try folder.write(try Summary.json(rows), to: "summary.json")
        let files = try ReportFiles.write([log], html: "\(folder.path)/report.html")
        if !quiet {
            StandardStream.output.write(SummaryTable.text(rows))
            StandardStream.output.print("report: \(files[0])")
        }
        if let failure = failure(of: outcome, log) { throw failure }
    }

    private func failure(of outcome: RunOutcome, _ log: RunLog) -> CommandFailure? {
        switch outcome.status {
        case .interrupted: return interrupted
        case .spendLimit, .failed:
            return .failed("error: \(outcome.message ?? "the run did not finish")")
        case .complete:
            guard outcome.failures > 0 else { return nil }
            let reason = log.results.lazy.compactMap(\.error).first.map { " (\($0))" } ?? ""
            return .failed(
                "error: model calls failed in \(outcome.failures) searches\(reason); "
                    + "try those again with: \(command)"
            )
        }
    }

    private var interrupted: CommandFailure {
        CommandFailure(
            message: "interrupted: what is finished is kept; resume with: \(command)",
            code: Interruption.exitCode
        )
    }

    /// The command that resumes the run.
    private var command: String {
        let options = [("--out", out), ("--bank", bank)].compactMap { name, value in
            value.map { " \(name) \($0)" }
        }
        return "ponder run \(config)\(options.joined())\(replay ? " --replay" : "")"
    }
}
