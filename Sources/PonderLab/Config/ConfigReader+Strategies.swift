import Ponder
import PonderCore

extension ConfigReader {
    /// Reads the models of roles.
    func roles(_ node: ConfigNode?, models: [String]) -> RoleSweeps {
        let known: [Role] = [.policy, .verifier, .critic, .expert]
        guard let node, let mapping = mapping(node, "roles", keys: known.map(\.rawValue)) else {
            return [:]
        }
        var roles: RoleSweeps = [:]
        for role in known {
            guard let node = mapping[role.rawValue] else { continue }
            roles[role] = sweep(node, role.rawValue) { choice($0, role.rawValue, of: models) }
        }
        return roles
    }

    /// Reads sampling options.
    func sampling(_ node: ConfigNode?) -> SettingSweeps {
        let specs = SamplingSettings.specs
        guard let node, let mapping = mapping(node, "sampling", keys: specs.map(\.name)) else {
            return [:]
        }
        return settings(mapping, specs)
    }

    /// Reads the strategies, each on top of what the experiment says for all of them.
    func strategies(
        _ root: ConfigMapping,
        base: ExperimentDraft,
        models: [String]
    ) -> [StrategyDraft] {
        guard let node = root["strategies"], let items = list(node, "strategies") else { return [] }
        return items.compactMap { strategy($0, base: base, models: models) }
    }

    private func strategy(
        _ node: ConfigNode,
        base: ExperimentDraft,
        models: [String]
    ) -> StrategyDraft? {
        let before = diagnostics.count
        guard let written = names(node, "a strategy") else { return nil }
        guard let id = written["strategy"] else {
            complain(written.position, "a strategy: the key 'strategy' is missing; give its id")
            return nil
        }
        guard let name = choice(id, "strategy", of: catalog.strategies.map(\.id)),
            let entry = catalog.strategies.first(where: { $0.id == name }),
            let mapping = mapping(
                node,
                "strategy '\(name)'",
                keys: ConfigKeys.strategy + entry.settings.map(\.name)
            )
        else { return nil }
        for setting in entry.settings
        where setting.isRequired && setting.defaultValue == nil && mapping[setting.name] == nil {
            complain(
                id.position,
                "\(name): \(setting.name) is missing; give \(setting.expectation)"
            )
        }
        let budgets = self.budgets(mapping["budget"])
        return StrategyDraft(
            entry: entry,
            position: id.position,
            settings: settings(mapping, entry.settings),
            sampling: base.sampling.merging(sampling(mapping["sampling"])) { $1 },
            roles: base.roles.merging(roles(mapping["roles"], models: models)) { $1 },
            perProblem: base.perProblem.merging(budgets.perProblem) { $1 },
            perRow: base.perRow.merging(budgets.perRow) { $1 },
            isBroken: diagnostics.count > before
        )
    }

    /// Reads settings and the sweeps over them.
    func settings(_ mapping: ConfigMapping, _ specs: [SettingSpec]) -> SettingSweeps {
        var settings: SettingSweeps = [:]
        for spec in specs {
            guard let node = mapping[spec.name] else { continue }
            settings[spec.name] = values(node, of: spec)
        }
        return settings
    }
}
