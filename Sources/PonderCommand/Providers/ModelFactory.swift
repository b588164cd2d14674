import Ponder
import PonderClient
import PonderLab

/// Makes the models that a config names; the only place that knows concrete providers.
enum ModelFactory {
    /// The providers that configs may name.
    static let providers = [OpenAIProvider.spec]

    /// The models of an experiment, and a way to ask their servers if they serve them.
    struct Models: Sendable {
        /// The models, by the config's names.
        var endpoints: [String: ModelEndpoint]
        fileprivate var remote: [OpenAIModel]

        /// Asks each server once.
        ///
        /// - Throws: ``ModelError`` for a server that cannot be reached or lacks the model.
        func probe() async throws {
            for model in remote { _ = try await model.probe() }
        }
    }

    /// Runs a body with the models that an experiment uses, and closes them after.
    ///
    /// - Throws: ``ModelError`` for an address or a key that cannot be used, and what the body does.
    static func withModels<Outcome>(
        of experiment: Experiment,
        _ body: (Models) async throws -> Outcome
    ) async throws -> Outcome {
        let used = Set(experiment.rows.flatMap { $0.roles.values })
        let configs = experiment.models.filter {
            used.contains($0.name) && $0.provider == OpenAIProvider.id
        }
        let settings = try configs.map { model in
            try OpenAIProvider.settings(
                of: model,
                retries: experiment.retries,
                concurrency: model.concurrency ?? experiment.concurrency
            )
        }
        return try await withOpenAIModels(settings) { remote in
            var endpoints: [String: ModelEndpoint] = [:]
            for (config, model) in zip(configs, remote) {
                endpoints[config.name] = ModelEndpoint(
                    model,
                    name: config.name,
                    compute: config.shape,
                    prices: config.prices,
                    retries: experiment.retries,
                    rates: config.rates,
                    concurrency: config.concurrency ?? experiment.concurrency
                )
            }
            return try await body(Models(endpoints: endpoints, remote: remote))
        }
    }
}
