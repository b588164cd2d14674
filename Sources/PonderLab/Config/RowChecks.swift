import Ponder
import PonderCore

/// Finds what a row could not do, or would do in vain, before it runs.
struct RowChecks {
    let draft: ExperimentDraft
    let strategy: StrategyDraft
    let variant: StrategyVariant
    let task: TaskExpansion.Item
    let reader: ConfigReader

    /// Binds a model to every role that the strategy uses; `nil` after a complaint.
    ///
    /// Verifier and critic are the policy's model unless the config says otherwise.
    func roles(policy: Located<String>) -> [Role: Located<String>]? {
        var roles = variant.roles
        for role in variant.needs.roles.sorted() where role != .policy && roles[role] == nil {
            guard role == .verifier || role == .critic else {
                reader.complain(
                    strategy.position,
                    "\(id): it uses the role \(role); write roles: {\(role): …}"
                )
                return nil
            }
            roles[role] = Located(policy.value, strategy.position)
        }
        for (role, model) in roles where provider(of: model.value) == ProviderSpec.poolID {
            reader.complain(
                model.position,
                "\(id): the pool '\(model.value)' has samples of the policy only and cannot be its "
                    + "\(role); write roles: {\(role): …} with another model"
            )
        }
        roles[.policy] = policy
        return roles
    }

    /// Complains of what is wrong with a row.
    func check(_ row: RowPlan, roles: [Role: Located<String>]) {
        checkGreedy(row)
        checkPool(row)
        checkChecker(row)
        checkCaps(models: Set(roles.values.map(\.value)))
    }

    static func shapeComplaint(_ model: String) -> String {
        "flops: the shape of the model '\(model)' is not known; write its shape: {…}"
    }

    static func priceComplaint(_ model: String) -> String {
        "cost-usd: the prices of the model '\(model)' are not known; write prices: {\(model): {…}}"
    }

    private var id: String { strategy.entry.id }

    private func provider(of model: String) -> String? {
        draft.models.first { $0.name == model }?.provider
    }

    private func checkGreedy(_ row: RowPlan) {
        guard row.sampling.isGreedy, variant.needs.comparesDraws, variant.needs.draws != 1 else {
            return
        }
        let draws = variant.needs.draws.map(String.init) ?? "several"
        reader.complain(
            variant.sampling["temperature"]?.position ?? strategy.position,
            "temperature: \(id) compares \(draws) draws, which temperature 0 makes equal; give it a "
                + "temperature above 0, or draws: 1"
        )
    }

    private func checkPool(_ row: RowPlan) {
        guard row.estimator == .permutations, let pool = draft.pool,
            let draws = variant.needs.draws,
            draws > pool.value / 2
        else { return }
        reader.complain(
            variant.written["draws"]?.position ?? strategy.position,
            "draws: \(id) takes \(draws) draws, more than half the pool of \(pool.value); give at most "
                + "\(pool.value / 2), or a pool of at least \(2 * draws)"
        )
    }

    private func checkChecker(_ row: RowPlan) {
        guard variant.needs.usesChecker, !task.draft.facts.hasChecker else { return }
        reader.complain(
            variant.written["verifier"]?.position ?? strategy.position,
            "\(id): the task '\(task.plan.id)' has no checker of its statement; use another verifier"
        )
    }

    private func checkCaps(models: Set<String>) {
        for model in draft.models where models.contains(model.name) {
            for caps in [variant.perProblem, variant.perRow] {
                if let cap = caps[.flops], !model.knowsShape {
                    reader.complain(cap.position, Self.shapeComplaint(model.name))
                }
                if let cap = caps[.costUSD], !model.knowsPrices {
                    reader.complain(cap.position, Self.priceComplaint(model.name))
                }
            }
        }
    }
}
