import PonderCore

extension SearchContext {
    /// Asks the models for all that a strategy needs, or refuses it before anything is spent.
    ///
    /// - Throws: ``ModelError`` of kind `unsupported` that says what is missing.
    func meeting(_ needs: StrategyNeeds) throws -> SearchContext {
        var context = self
        for role in needs.roles.sorted() where endpoints[role] == nil {
            throw Self.unmet("no model is bound to the role '\(role)'; bind one")
        }
        for (role, count) in needs.logProbabilities.sorted(by: { $0.key < $1.key }) {
            guard let model = endpoints[role]?.model else { continue }
            guard let available = model.capabilities.topLogProbabilities, available >= count else {
                let given = model.capabilities.topLogProbabilities.map { "at most \($0)" } ?? "none"
                throw Self.unmet(
                    "log-probabilities with \(count) alternatives per token are needed of "
                        + "\(model.identity), role \(role), which gives \(given)"
                )
            }
            context.logProbabilities[role] = max(context.logProbabilities[role] ?? 0, count)
        }
        if needs.usesChecker, checker == nil {
            throw Self.unmet("the task has no checker of its statement; choose another verifier")
        }
        if needs.comparesDraws, sampling.isGreedy {
            throw Self.unmet("draws at temperature 0 are all the same; raise the temperature")
        }
        return context
    }

    private static func unmet(_ what: String) -> ModelError {
        ModelError(.unsupported, "the strategy cannot run here: \(what)", isFatal: true)
    }
}
