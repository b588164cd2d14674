import PonderCore

/// Finds out which settings tell the rows of a strategy apart.
enum RowLabels {
    /// The settings without which a strategy's name says too little.
    private static let always: Set<String> = ["draws", "verifier"]

    /// Returns the rows with their label keys, and with the caps and models that are among them.
    static func labelled(_ rows: [RowPlan], catalog: ConfigCatalog) -> [RowPlan] {
        var labelled = rows
        for indices in Dictionary(grouping: rows.indices, by: { rows[$0].strategy }).values {
            let settings = differing(indices.map { rows[$0].loggedSettings }) {
                !catalog.verifiers(withSetting: $0).isEmpty
            }
            let caps = indices.map { Self.caps(of: rows[$0]) }
            let models = self.models(of: indices.map { rows[$0] })
            let capKeys = differing(caps) { _ in false }
            for (place, index) in indices.enumerated() {
                let extra = caps[place].filter { capKeys.contains($0.key) }
                    .merging(models[place]) { $1 }
                labelled[index].loggedSettings.merge(extra) { own, _ in own }
                let keys = settings.union(extra.keys).union(always)
                labelled[index].labelKeys = labelled[index].loggedSettings.keys
                    .filter(keys.contains).sorted()
            }
        }
        return labelled
    }

    /// The models of roles, of each row, that differ between rows with the same policy.
    private static func models(of rows: [RowPlan]) -> [[String: SettingValue]] {
        var models = rows.map { row in
            let others = row.roles.filter { $0.key != .policy }
            return Dictionary(
                uniqueKeysWithValues: others.map { ("\($0)-model", SettingValue.text($1)) }
            )
        }
        for places in Dictionary(grouping: rows.indices, by: { rows[$0].roles[.policy] }).values {
            let keys = differing(places.map { models[$0] }) { _ in true }
            for place in places { models[place] = models[place].filter { keys.contains($0.key) } }
        }
        return models
    }

    /// The keys whose values differ between some dictionaries.
    ///
    /// A missing value differs from any other, but for keys that only some of them can have.
    private static func differing(
        _ values: [[String: SettingValue]],
        ignoringAbsent: (String) -> Bool
    ) -> Set<String> {
        let keys = Set(values.flatMap(\.keys))
        return keys.filter { key in
            let ignores = ignoringAbsent(key)
            let found = values.map { $0[key] }.filter { $0 != nil || !ignores }
            return found.contains { $0 != found[0] }
        }
    }

    private static func caps(of row: RowPlan) -> [String: SettingValue] {
        var caps: [String: SettingValue] = [:]
        for (prefix, budget) in [("per-problem", row.perProblem), ("per-row", row.perRow)] {
            for (cap, value) in budget.caps {
                caps["\(prefix)-\(cap.rawValue)"] = .text(cap.text(of: value))
            }
        }
        return caps
    }
}
