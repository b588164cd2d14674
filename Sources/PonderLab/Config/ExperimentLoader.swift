package import Ponder
import PonderCore

/// Reads experiment configs and checks everything that can be checked before money is spent.
public struct ExperimentLoader: Sendable {
    private let catalog: ConfigCatalog

    /// Creates a loader for the strategies, verifiers and tasks of the catalogs.
    ///
    /// - Parameters:
    ///   - providers: the providers that models may name, besides `pool`.
    ///   - environment: what an environment variable holds; asked for secrets only.
    public init(
        providers: [ProviderSpec],
        environment: @escaping @Sendable (String) -> String?
    ) {
        self.init(
            providers: providers,
            tasks: TaskFacts.all,
            environment: environment,
            isFile: ConfigFile.isReadable
        )
    }

    /// Creates a loader for given strategies, verifiers and tasks.
    ///
    /// - Precondition: no provider is `pool`, and ids do not repeat.
    package init(
        providers: [ProviderSpec],
        strategies: [StrategyEntry] = StrategyCatalog.entries,
        verifiers: [VerifierEntry] = VerifierCatalog.entries,
        tasks: [TaskFacts],
        environment: @escaping @Sendable (String) -> String?,
        isFile: @escaping @Sendable (String) -> Bool
    ) {
        let known = providers + [.pool]
        precondition(Set(known.map(\.id)).count == known.count, "two providers have one id")
        catalog = ConfigCatalog(
            providers: known,
            strategies: strategies,
            verifiers: verifiers,
            tasks: tasks,
            environment: environment,
            isFile: isFile
        )
    }

    /// Reads a config file.
    ///
    /// - Throws: ``ExperimentError`` with every mistake of the file.
    public func experiment(at path: String) throws -> Experiment {
        let bytes: [UInt8]
        do {
            bytes = try ConfigFile.bytes(of: path)
        } catch {
            let message = "the config cannot be read: \(error)"
            let diagnostic = Diagnostic(path: path, position: nil, message: message)
            throw ExperimentError(.unreadableConfig, [diagnostic])
        }
        return try experiment(bytes, path: path)
    }

    /// Reads the text of a config.
    ///
    /// - Parameters:
    ///   - text: the YAML.
    ///   - path: what messages call the file, and where relative paths start.
    /// - Returns: the experiment, checked and resolved.
    /// - Throws: ``ExperimentError`` with every mistake of the text.
    public func experiment(_ text: String, path: String) throws -> Experiment {
        try experiment(Array(text.utf8), path: path)
    }

    /// Reads the bytes of a config.
    ///
    /// - Parameters:
    ///   - bytes: the YAML in UTF-8.
    ///   - path: what messages call the file, and where relative paths start.
    /// - Returns: the experiment, checked and resolved.
    /// - Throws: ``ExperimentError`` with every mistake of the text.
    public func experiment(_ bytes: [UInt8], path: String) throws -> Experiment {
        let reader = ConfigReader(path: path, catalog: catalog)
        let (root, mistakes) = ConfigParser.parse(bytes)
        for mistake in mistakes { reader.complain(mistake.position, mistake.value) }
        if let root, root.isMissing {
            reader.complain(root.position, "the config is empty")
        } else if let root {
            if let experiment = experiment(root, reader: reader) { return experiment }
        } else if mistakes.isEmpty {
            reader.complain(.start, "the config is empty")
        }
        throw ExperimentError(.invalidConfig, reader.diagnostics)
    }

    /// Resolves a config; `nil` after complaints.
    private func experiment(_ root: ConfigNode, reader: ConfigReader) -> Experiment? {
        var sources = ExperimentSources(path: reader.path)
        guard let draft = reader.experiment(root, sources: &sources) else { return nil }
        let tasks = TaskExpansion(draft.tasks, reader: reader)
        let expansion = RowExpansion(draft, tasks: tasks.items, reader: reader)
        guard reader.diagnostics.isEmpty else { return nil }
        sources.tasks = tasks.items.map(\.draft.position)
        sources.taskKeys = tasks.items.map(\.draft.keys)
        sources.rows = expansion.positions
        let digest = ExperimentDigest(
            seed: draft.seed,
            epochs: draft.epochs,
            pool: draft.pool?.value,
            models: draft.models,
            tasks: tasks.items.map(\.plan),
            rows: expansion.rows,
            catalog: catalog
        )
        return Experiment(
            name: draft.name,
            seed: draft.seed,
            bank: draft.bank,
            pool: draft.pool?.value,
            models: draft.models,
            tasks: tasks.items.map(\.plan),
            rows: expansion.rows,
            spendLimit: Budget(draft.spendLimit.mapValues(\.value)),
            epochs: draft.epochs,
            concurrency: draft.concurrency,
            problemsInFlight: draft.problemsInFlight,
            retries: draft.retries,
            resolvedYAML: ResolvedConfig(draft: draft, catalog: catalog).text,
            configDigest: digest.value,
            sources: sources
        )
    }
}
