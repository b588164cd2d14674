import Ponder
import PonderCore

/// Expands the sweeps of one strategy.
///
/// The axes are the strategy's settings in the order of its catalog entry, the sampling options, the
/// roles that it uses (verifier, critic, expert), and the caps per problem and per row; the last
/// one is fastest. What does not concern a combination does not multiply it: the settings of a
/// verifier that it does not use, the models of roles that it does not have.
struct StrategyExpansion {
    private let draft: StrategyDraft
    private let reader: ConfigReader

    init(_ draft: StrategyDraft, reader: ConfigReader) {
        self.draft = draft
        self.reader = reader
    }

    /// Returns the combinations; none after a complaint.
    func variants() -> [StrategyVariant] {
        var variants: [StrategyVariant] = []
        for base in settingVariants() {
            let axes = axes(of: base.needs)
            guard let choices = SweepProduct.combinations(of: axes, limit: ConfigLimits.rows) else {
                complainOfSize()
                return []
            }
            for choice in choices {
                var variant = base
                for value in choice { variant.choose(value) }
                variants.append(variant)
            }
            guard variants.count <= ConfigLimits.rows else {
                complainOfSize()
                return []
            }
        }
        return variants
    }

    /// The settings that a choice of verifier concerns.
    static func specs(
        of entry: StrategyEntry,
        verifiers chosen: Set<String>,
        catalog: ConfigCatalog
    ) -> [SettingSpec] {
        guard entry.settings.contains(where: { $0.name == "verifier" }) else {
            return entry.settings
        }
        return entry.settings.filter { spec in
            let owners = catalog.verifiers(withSetting: spec.name)
            return owners.isEmpty || !chosen.isDisjoint(with: owners)
        }
    }

    /// The verifiers that a strategy's settings name.
    static func verifiers(_ entry: StrategyEntry, _ written: [SettingValue]?) -> Set<String> {
        let standard = entry.settings.first { $0.name == "verifier" }?.defaultValue
        let values = written ?? standard.map { [$0] } ?? []
        return Set(
            values.compactMap {
                if case .text(let id) = $0 { id } else { nil }
            }
        )
    }

    private func settingVariants() -> [StrategyVariant] {
        let names = draft.entry.settings.map(\.name).filter { draft.settings[$0] != nil }
        let axes = names.map { name in (draft.settings[name] ?? []).map { (name, $0) } }
        guard let combinations = SweepProduct.combinations(of: axes, limit: ConfigLimits.rows)
        else {
            complainOfSize()
            return []
        }
        var variants: [StrategyVariant] = []
        var seen: Set<[String: SettingValue]> = []
        var used: Set<String> = []
        for combination in combinations {
            var written = Dictionary(uniqueKeysWithValues: combination)
            let chosen = Self.verifiers(draft.entry, written["verifier"].map { [$0.value] })
            let specs = Self.specs(of: draft.entry, verifiers: chosen, catalog: reader.catalog)
            written = written.filter { entry in specs.contains { $0.name == entry.key } }
            used.formUnion(written.keys)
            guard seen.insert(written.mapValues(\.value)).inserted else { continue }
            if let variant = variant(written, specs) { variants.append(variant) }
        }
        for name in names where !used.contains(name) && !combinations.isEmpty {
            complainOfUnused(name)
        }
        return variants
    }

    private func variant(
        _ written: [String: Located<SettingValue>],
        _ specs: [SettingSpec]
    ) -> StrategyVariant? {
        let given = written.mapValues(\.value)
        do {
            return StrategyVariant(
                written: written,
                settings: try SettingValues(given, for: specs).values,
                needs: try draft.entry.strategy(given).needs
            )
        } catch let error as SettingError {
            let position = written[error.name]?.position ?? draft.position
            reader.complain(position, "\(error.name): \(error.message)")
        } catch {
            reader.complain(draft.position, "\(draft.entry.id): \(error)")
        }
        return nil
    }

    private func axes(of needs: StrategyNeeds) -> [[StrategyVariant.Choice]] {
        var axes: [[StrategyVariant.Choice]] = []
        for spec in SamplingSettings.specs {
            axes.append((draft.sampling[spec.name] ?? []).map { .sampling(spec.name, $0) })
        }
        for role in [Role.verifier, .critic, .expert] where needs.roles.contains(role) {
            axes.append((draft.roles[role] ?? []).map { .role(role, $0) })
        }
        for cap in BudgetCap.allCases {
            axes.append((draft.perProblem[cap] ?? []).map { .perProblem(cap, $0) })
        }
        for cap in BudgetCap.allCases {
            axes.append((draft.perRow[cap] ?? []).map { .perRow(cap, $0) })
        }
        return axes.filter { !$0.isEmpty }
    }

    private func complainOfSize() {
        reader.complain(
            draft.position,
            "\(draft.entry.id): the sweeps expand to more than \(ConfigLimits.rows) rows; shorten them"
        )
    }

    private func complainOfUnused(_ name: String) {
        let owners = reader.catalog.verifiers(withSetting: name).joined(separator: ", ")
        let position = draft.settings[name]?.first?.position ?? draft.position
        reader.complain(
            position,
            "\(name): this belongs to the verifier \(owners), which \(draft.entry.id) does not use here"
        )
    }
}
