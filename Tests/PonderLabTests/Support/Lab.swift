import Foundation
import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderReport
import PonderTestKit
import Testing

/// Experiments on a model in process, from a config to the bytes of a summary.
enum Lab {
    /// A provider whose models the test makes.
    static let loader = ExperimentLoader(
        providers: [ProviderSpec(id: "toy", summary: "A model of the test.", settings: [])],
        environment: { _ in nil }
    )

    /// A small config; `strategies` and `more` are lines of YAML.
    static func config(
        seed: Int = 7,
        count: Int = 6,
        _ strategies: [String] = ["{strategy: single}"],
        more: [String] = []
    ) -> String {
        let lines =
            [
                "name: t", "seed: \(seed)", "models: {toy: {provider: toy}}",
                "tasks: [{task: arithmetic, level: 1, count: \(count)}]",
                "sampling: {temperature: 0.7, max-output-tokens: 40}", "strategies:",
            ] + strategies.map { "  - \($0)" } + more
        return lines.joined(separator: "\n")
    }

    /// The plan of a config whose only model is one of the test.
    static func plan(
        _ config: String,
        path: String = "c.yaml",
        model: any LanguageModel = ToyModel.make(),
        retries: RetryPolicy = .never
    ) throws -> RunPlan {
        try built(config, path: path, model: model, retries: retries).plan
    }

    /// The plan of a config with its pools.
    static func built(
        _ config: String,
        path: String = "c.yaml",
        model: any LanguageModel = ToyModel.make(),
        retries: RetryPolicy = .never
    ) throws -> PlanBuilder.Result {
        let experiment = try loader.experiment(config, path: path)
        let endpoint = ModelEndpoint(
            model,
            name: "toy",
            retries: retries,
            concurrency: experiment.concurrency
        )
        return try PlanBuilder(experiment, version: "test").build(["toy": endpoint])
    }

    /// What an invocation of a run left.
    struct Invocation {
        var outcome: RunOutcome
        var log: RunLog

        /// The bytes of `summary.json`.
        var summary: String { get throws { try Summary.json(Summary.rows(of: log)) } }

        /// The traces as they stand in the log, by row, epoch and problem.
        var traces: [String] {
            get throws {
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                return try log.traces.map {
                    String(decoding: try encoder.encode($0), as: UTF8.self)
                }
            }
        }
    }

    /// Runs or resumes a plan in a folder.
    static func run(
        _ plan: RunPlan,
        in folder: String,
        store: any DrawStore = MemoryDrawStore(),
        mode: DrawSource.Mode = .record,
        until stop: CancellationSwitch? = nil
    ) async throws -> Invocation {
        let run = try RunFolder(folder, plan: plan)
        defer { run.log.close() }
        let stream = DrawStream(runSeed: Seed(plan.header.seed), epoch: 0)
        let runner = ExperimentRunner(
            plan: plan,
            draws: DrawSource(store, mode: mode, stream: stream),
            earlier: run.earlier,
            clock: ManualClock(.skipping)
        ) { try run.log.append($0) }
        let outcome = try await (stop ?? CancellationSwitch()).run { try await runner.run() }
        return Invocation(outcome: outcome, log: try RunLogReader.read(folder))
    }

    /// Runs a plan in a folder of its own.
    static func run(_ plan: RunPlan) async throws -> Invocation {
        try await withTemporaryFolder { try await run(plan, in: $0) }
    }
}
