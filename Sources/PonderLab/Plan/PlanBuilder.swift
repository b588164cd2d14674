public import Ponder
import PonderCore
import PonderRecord
import PonderTasks

/// Turns a checked config into a plan: loads the problems, builds the prompts, makes the strategies.
public struct PlanBuilder: Sendable {
    /// What a plan is made of besides the config.
    public struct Result: Sendable {
        /// The plan.
        public var plan: RunPlan
        /// The samples made elsewhere that stand in for models, by the config's names.
        public var pools: [String: SamplePool]
    }

    private let experiment: Experiment
    private let version: String

    /// Creates a builder of a config's plan; the version of the program goes into the log.
    public init(_ experiment: Experiment, version: String) {
        self.experiment = experiment
        self.version = version
    }

    /// Builds the plan.
    ///
    /// - Parameter endpoints: the models by the config's names, those of provider `pool` excepted.
    /// - Throws: ``ExperimentError`` with every mistake that shows only now that data and models are
    ///   at hand.
    public func build(_ endpoints: [String: ModelEndpoint]) throws -> Result {
        var mistakes: [Diagnostic] = []
        let tasks = try experiment.tasks.indices.compactMap { index -> PlannedTask? in
            do {
                return try task(index)
            } catch let error as TaskError {
                mistakes.append(
                    experiment.sources.diagnostic(
                        task: index,
                        key: error.path == nil ? nil : "data",
                        error.description
                    )
                )
                return nil
            }
        }
        try stop(mistakes)
        let rows = try experiment.rows.map { try plannedRow($0, tasks: tasks) }
        let pools = try pools(rows: rows, tasks: tasks)
        var all = endpoints
        for model in experiment.models {
            guard let pool = pools[model.name] else { continue }
            all[model.name] = pool.endpoint(
                shape: model.shape,
                prices: model.prices,
                rates: model.rates
            )
        }
        try stop(CapabilityCheck(experiment: experiment, endpoints: all).mistakes(rows))
        let plan = RunPlan(
            header: header(tasks: tasks, rows: rows, endpoints: all, pools: pools),
            tasks: tasks,
            rows: rows,
            endpoints: all,
            problemsInFlight: experiment.problemsInFlight,
            spendLimit: experiment.spendLimit
        )
        return Result(plan: plan, pools: pools)
    }

    private func stop(_ mistakes: [Diagnostic]) throws {
        if !mistakes.isEmpty { throw ExperimentError(.invalidConfig, mistakes) }
    }

    // MARK: Tasks

    private func task(_ index: Int) throws -> PlannedTask {
        let planned = experiment.tasks[index]
        let task = try TaskCatalog.task(named: planned.id, settings: planned.settings)
        try task.validate(planned.prompt)
        let samples = try task.load(from: planned.source)
        let resolved = task.resolved(planned.prompt)
        var digest = CanonicalBytes(label: "ponder.problems.v1")
        digest.write(list: samples) { bytes, sample in
            bytes.write(sample.id)
            bytes.write(sample.problem.statement)
            bytes.write(list: sample.problem.choices) { $0.write($1) }
        }
        let examples = task.examples.prefix(resolved.shots).map {
            "Q: \($0.statement)\nA: \($0.reply)"
        }
        let text = ([resolved.description] + examples).joined(separator: "\n\n")
        let grader = task.grader
        return PlannedTask(
            description: PonderRecord.TaskDescription(
                name: planned.name,
                source: planned.sourceText,
                digest: digest.digest.description,
                problems: samples.count,
                prompt: text,
                promptDigest: SHA256.digest(text.utf8).description
            ),
            reader: task.reader,
            problems: samples.map { sample in
                PlannedProblem(
                    problem: sample.problem,
                    prompt: task.messages(for: sample.problem, prompt: planned.prompt),
                    checker: task.checker(for: sample.problem),
                    difficulty: sample.difficulty,
                    isCorrect: { grader.grade($0, of: sample).isCorrect }
                )
            }
        )
    }

    // MARK: Pools

    /// The samples that stand in for models that rows use.
    private func pools(rows: [PlannedRow], tasks: [PlannedTask]) throws -> [String: SamplePool] {
        var mistakes: [Diagnostic] = []
        var pools: [String: SamplePool] = [:]
        let used = Set(rows.map(\.description.model))
        for model in experiment.models
        where model.provider == ProviderSpec.poolID && used.contains(model.name) {
            do {
                pools[model.name] = try SamplePool(
                    model,
                    path: experiment.path(of: model),
                    rows: rows,
                    tasks: tasks
                )
            } catch let error as TaskError {
                mistakes.append(
                    experiment.sources.diagnostic(
                        model: model.name,
                        setting: "path",
                        error.description
                    )
                )
            }
        }
        try stop(mistakes)
        return pools
    }

    // MARK: Rows

    private func plannedRow(_ row: RowPlan, tasks: [PlannedTask]) throws -> PlannedRow {
        guard let entry = StrategyCatalog.entry(named: row.strategy) else {
            preconditionFailure("the config names an unknown strategy '\(row.strategy)'")
        }
        let strategy = try entry.strategy(row.settings)
        return PlannedRow(
            description: RowDescription(
                row: row.row,
                model: row.roles[.policy] ?? "",
                roles: row.roles,
                task: tasks[row.task].description.name,
                strategy: row.strategy,
                settings: row.loggedSettings,
                labelKeys: row.labelKeys,
                oracleUse: row.needs.usesChecker ? "checker" : "none",
                estimator: row.estimator.rawValue,
                perProblem: row.perProblem,
                perRow: row.perRow
            ),
            task: row.task,
            strategy: strategy,
            sampling: row.sampling,
            stop: row.stop
        )
    }

    // MARK: The header

    private func header(
        tasks: [PlannedTask],
        rows: [PlannedRow],
        endpoints: [String: ModelEndpoint],
        pools: [String: SamplePool]
    ) -> RunHeader {
        let used = Set(rows.flatMap { $0.description.roles.values })
        return RunHeader(
            name: experiment.name,
            ponder: version,
            seed: experiment.seed,
            epochs: experiment.epochs,
            pool: experiment.pool,
            config: experiment.resolvedYAML,
            configDigest: digest(of: tasks, pools: pools),
            notRepeatable: notRepeatable(endpoints.filter { used.contains($0.key) }),
            models: experiment.models.compactMap { model in
                guard used.contains(model.name), let endpoint = endpoints[model.name] else {
                    return nil
                }
                return ModelDescription(
                    name: model.name,
                    identity: endpoint.model.identity,
                    shape: endpoint.compute,
                    prices: endpoint.prices,
                    prefillRate: endpoint.rates.prefill,
                    decodeRate: endpoint.rates.decode
                )
            },
            tasks: tasks.map(\.description),
            rows: rows.map(\.description)
        )
    }

    /// The config's digest together with those of what a config only names: problems and pools.
    private func digest(of tasks: [PlannedTask], pools: [String: SamplePool]) -> String {
        var bytes = CanonicalBytes(label: "ponder.run.v1")
        bytes.write(experiment.configDigest)
        bytes.write(list: tasks) { bytes, task in
            bytes.write(task.description.digest)
            bytes.write(task.description.promptDigest)
        }
        bytes.write(list: pools.sorted { $0.key < $1.key }) { bytes, pool in
            bytes.write(pool.key)
            bytes.write(pool.value.identity.revision)
        }
        return bytes.digest.description
    }

    private func notRepeatable(_ endpoints: [String: ModelEndpoint]) -> [String] {
        var reasons = endpoints.keys.sorted().compactMap { name -> String? in
            guard endpoints[name]?.model.capabilities.isRepeatable == false else { return nil }
            return "the model \(name) need not repeat itself; a replay of the bank does"
        }
        let limitsTime = experiment.rows.contains { row in
            row.perProblem.wallTime != nil || row.perRow.wallTime != nil
        }
        if limitsTime {
            reasons.append("a limit on time depends on the machine")
        }
        return reasons
    }
}

extension Experiment {
    /// The file of a model that stands on one; a relative path is taken from the config's folder.
    fileprivate func path(of model: ModelConfig) -> String {
        ConfigPath(model.settings.text("path"), in: sources.folder).resolved
    }
}
