import Ponder
import PonderCore

/// Expands a config into rows and checks what each of them would do.
///
/// Tasks are outermost, in file order; then policy models, in the order in which roles first name
/// them; then strategies, in file order; then the sweeps of a strategy.
struct RowExpansion {
    private let draft: ExperimentDraft
    private let tasks: [TaskExpansion.Item]
    private let reader: ConfigReader
    private(set) var rows: [RowPlan] = []
    private(set) var positions: [SourcePosition] = []
    private var lines: [RowPlan: Int] = [:]

    /// Expands a config.
    init(_ draft: ExperimentDraft, tasks: [TaskExpansion.Item], reader: ConfigReader) {
        self.draft = draft
        self.tasks = tasks
        self.reader = reader
        let usable = draft.strategies.filter { !$0.isBroken }
        for strategy in usable { checkPolicy(of: strategy) }
        let expanded = usable.map {
            (strategy: $0, variants: StrategyExpansion($0, reader: reader).variants())
        }
        let models = policies(of: usable)
        for task in tasks.indices {
            for model in models {
                for (strategy, variants) in expanded {
                    guard let policy = strategy.roles[.policy]?.first(where: { $0.value == model })
                    else { continue }
                    guard append(variants, of: strategy, policy: policy, task: task) else { return }
                }
            }
        }
        checkSpendLimit()
        rows = RowLabels.labelled(rows, catalog: reader.catalog)
    }

    private func policies(of strategies: [StrategyDraft]) -> [String] {
        var models: [String] = []
        let named = [draft.roles] + strategies.map(\.roles)
        for model in named.flatMap({ $0[.policy] ?? [] }) where !models.contains(model.value) {
            models.append(model.value)
        }
        return models
    }

    /// Appends the rows of one strategy on one task; false if there are too many.
    private mutating func append(
        _ variants: [StrategyVariant],
        of strategy: StrategyDraft,
        policy: Located<String>,
        task: Int
    ) -> Bool {
        for variant in variants {
            guard rows.count < ConfigLimits.rows else {
                reader.complain(
                    strategy.position,
                    "the config expands to more than \(ConfigLimits.rows) rows; shorten the sweeps"
                )
                return false
            }
            let checks = RowChecks(
                draft: draft,
                strategy: strategy,
                variant: variant,
                task: tasks[task],
                reader: reader
            )
            guard let roles = checks.roles(policy: policy) else { continue }
            let row = plan(variant, of: strategy, roles: roles.mapValues(\.value), task: task)
            checks.check(row, roles: roles)
            if let line = lines[row] {
                reader.complain(
                    strategy.position,
                    "this repeats a row of the strategy on line \(line)"
                )
                continue
            }
            lines[row] = strategy.position.line
            rows.append(row)
            rows[rows.count - 1].row = rows.count - 1
            positions.append(strategy.position)
        }
        return true
    }

    private func plan(
        _ variant: StrategyVariant,
        of strategy: StrategyDraft,
        roles: [Role: String],
        task: Int
    ) -> RowPlan {
        var values: [String: SettingValue] = [:]
        for spec in SamplingSettings.specs {
            values[spec.name] = variant.sampling[spec.name]?.value ?? spec.defaultValue
        }
        let options = SamplingSettings.options(values)
        let perRow = Budget(variant.perRow.mapValues(\.value))
        let isPooled =
            draft.pool != nil && variant.needs.isPoolReplayable && !options.isGreedy
            && perRow == .unlimited
        return RowPlan(
            row: 0,
            task: task,
            roles: roles,
            strategy: strategy.entry.id,
            settings: variant.settings,
            sampling: options,
            stop: SamplingSettings.stop(values),
            perProblem: Budget(variant.perProblem.mapValues(\.value)),
            perRow: perRow,
            estimator: isPooled ? .permutations : .realised,
            needs: variant.needs,
            loggedSettings: variant.settings.merging(values) { own, _ in own },
            labelKeys: []
        )
    }

    private func checkPolicy(of strategy: StrategyDraft) {
        guard strategy.roles[.policy] == nil, !draft.models.isEmpty else { return }
        reader.complain(
            strategy.position,
            "\(strategy.entry.id): no model is its policy; write roles: {policy: …} with one of "
                + draft.models.map(\.name).joined(separator: ", ")
        )
    }

    /// Checks that what the spend limit limits is known of every model that rows can bill.
    private func checkSpendLimit() {
        let used = Set(rows.flatMap(\.roles.values))
        for model in draft.models
        where used.contains(model.name) && model.provider != ProviderSpec.poolID {
            if let limit = draft.spendLimit[.flops], !model.knowsShape {
                reader.complain(limit.position, RowChecks.shapeComplaint(model.name))
            }
            if let limit = draft.spendLimit[.costUSD], !model.knowsPrices {
                reader.complain(limit.position, RowChecks.priceComplaint(model.name))
            }
        }
    }
}
