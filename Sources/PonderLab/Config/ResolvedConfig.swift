import Ponder
import PonderCore
import PonderTasks

/// Prints a config with everything that it leaves open filled in.
struct ResolvedConfig {
    let draft: ExperimentDraft
    let catalog: ConfigCatalog

    /// The YAML.
    var text: String {
        var entries: [(key: String, value: YAMLText)] = [
            ("name", .text(draft.name)), ("seed", .verbatim("\(draft.seed)")),
        ]
        switch draft.bank {
        case .outputFolder: break
        case .file(let path): entries.append(("bank", .text(path.written)))
        case .off: entries.append(("bank", .verbatim("off")))
        }
        if let pool = draft.pool { entries.append(("pool", .verbatim("\(pool.value)"))) }
        entries.append(
            ("models", .mapping(draft.models.map { ($0.name, model($0)) }))
        )
        entries.append(("roles", roles(draft.roles)))
        let priced = draft.models.compactMap { model in
            model.prices.map { (model.name, prices($0)) }
        }
        if !priced.isEmpty { entries.append(("prices", .mapping(priced))) }
        entries.append(("tasks", .list(draft.tasks.map(task))))
        entries.append(("sampling", sampling))
        entries.append(("strategies", .list(draft.strategies.map(strategy))))
        if let budget = budget(draft.perProblem, draft.perRow) {
            entries.append(("budget", budget))
        }
        let limits = BudgetCap.allCases.compactMap { cap in
            draft.spendLimit[cap].map {
                (key: cap.rawValue, value: YAMLText.verbatim(cap.text(of: $0.value)))
            }
        }
        if !limits.isEmpty { entries.append(("spend-limit", .mapping(limits))) }
        entries += [
            ("epochs", .verbatim("\(draft.epochs)")),
            ("concurrency", .verbatim("\(draft.concurrency)")),
            ("problems-in-flight", .verbatim("\(draft.problemsInFlight)")),
            ("retries", retries),
        ]
        return YAMLText.mapping(entries).document
    }

    // MARK: - Models

    private func model(_ model: ModelConfig) -> YAMLText {
        var entries: [(key: String, value: YAMLText)] = [("provider", .text(model.provider))]
        for spec in catalog.providers.first(where: { $0.id == model.provider })?.settings ?? [] {
            if let secret = model.secrets[spec.name] {
                entries.append((spec.name, .text(secret.description)))
            } else if let value = model.settings.values[spec.name] {
                entries.append((spec.name, Self.value(value)))
            }
        }
        if let shape = model.shape {
            let sizes = [
                shape.nonEmbeddingParameters, shape.layers, shape.width, shape.attentionWidth,
                shape.vocabulary,
            ]
            let pairs = zip(ConfigKeys.shape, sizes).map { ($0, YAMLText.verbatim("\($1)")) }
            entries.append(("shape", .mapping(pairs)))
        }
        entries.append(
            (
                "rates",
                .mapping([
                    ("prefill", .verbatim("\(model.rates.prefill)")),
                    ("decode", .verbatim("\(model.rates.decode)")),
                ])
            )
        )
        if let concurrency = model.concurrency {
            entries.append(("concurrency", .verbatim("\(concurrency)")))
        }
        return .mapping(entries)
    }

    private func prices(_ table: PriceTable) -> YAMLText {
        func price(_ micros: Int64) -> YAMLText {
            .verbatim(DecimalText.text(Int128(micros), scale: 6))
        }
        return .mapping([
            ("input", price(table.input)), ("cached-input", price(table.cachedInput)),
            ("output", price(table.output)),
            ("batch", .verbatim(DecimalText.text(Int128(table.batchPermille), scale: 3))),
            ("date", .text(table.date)),
        ])
    }

    private func roles(_ roles: RoleSweeps) -> YAMLText {
        let known: [Role] = [.policy, .verifier, .critic, .expert]
        return .mapping(
            known.compactMap { role in
                roles[role].map { (role.rawValue, Self.sweep($0) { .text($0) }) }
            }
        )
    }

    // MARK: - Tasks

    private func task(_ task: TaskDraft) -> YAMLText {
        var entries: [(key: String, value: YAMLText)] = [("task", .text(task.facts.id))]
        if let data = task.data {
            entries.append(("data", .text(data.value.written)))
            if let limit = task.limit { entries.append(("limit", .verbatim("\(limit.value)"))) }
            entries.append(("offset", .verbatim("\(task.offset?.value ?? 0)")))
        } else {
            if !task.levels.isEmpty {
                entries.append(("level", Self.sweep(task.levels) { .verbatim("\($0)") }))
            }
            entries.append(("count", .verbatim("\(task.count?.value ?? 0)")))
            entries.append(("seed", .verbatim("\(task.seed?.value ?? 0)")))
        }
        let fields = FieldRole.allCases.compactMap { role in
            task.fields[role].map { (key: role.rawValue, value: YAMLText.text($0)) }
        }
        if !fields.isEmpty { entries.append(("fields", .mapping(fields))) }
        for spec in task.facts.settings {
            let values =
                task.settings[spec.name]?.map(\.value) ?? spec.defaultValue.map { [$0] } ?? []
            if !values.isEmpty { entries.append((spec.name, Self.sweep(values))) }
        }
        entries.append(("prompt", prompt(task)))
        return .mapping(entries)
    }

    private func prompt(_ task: TaskDraft) -> YAMLText {
        func texts(_ own: [Located<String>], _ standard: String?) -> YAMLText? {
            own.isEmpty ? standard.map(YAMLText.text) : Self.sweep(own) { .text($0) }
        }
        let standard = task.facts.prompt
        let entries: [(key: String, value: YAMLText)?] = [
            texts(task.system, standard.system).map { ("system", $0) },
            texts(task.template, standard.template).map { ("template", $0) },
            (
                "shots",
                task.shots.isEmpty
                    ? .verbatim("\(standard.shots)") : Self.sweep(task.shots) { .verbatim("\($0)") }
            ),
        ]
        return .mapping(entries.compactMap(\.self))
    }

    // MARK: - Strategies

    private var sampling: YAMLText {
        .mapping(
            SamplingSettings.specs.compactMap { spec in
                let values =
                    draft.sampling[spec.name]?.map(\.value) ?? spec.defaultValue.map { [$0] } ?? []
                return values.isEmpty ? nil : (spec.name, Self.sweep(values))
            }
        )
    }

    /// A strategy with its defaults, and with whatever differs from the experiment's.
    private func strategy(_ strategy: StrategyDraft) -> YAMLText {
        let entry = strategy.entry
        var entries: [(key: String, value: YAMLText)] = [("strategy", .text(entry.id))]
        let verifiers = StrategyExpansion.verifiers(
            entry,
            strategy.settings["verifier"]?.map(\.value)
        )
        for spec in StrategyExpansion.specs(of: entry, verifiers: verifiers, catalog: catalog) {
            let values =
                strategy.settings[spec.name]?.map(\.value) ?? spec.defaultValue.map { [$0] } ?? []
            if !values.isEmpty { entries.append((spec.name, Self.sweep(values))) }
        }
        let options = SamplingSettings.specs.compactMap { spec in
            Self.own(strategy.sampling[spec.name], draft.sampling[spec.name]).map {
                (key: spec.name, value: Self.sweep($0))
            }
        }
        if !options.isEmpty { entries.append(("sampling", .mapping(options))) }
        let roles = strategy.roles.filter { Self.own($1, draft.roles[$0]) != nil }
        if !roles.isEmpty { entries.append(("roles", self.roles(roles))) }
        let budget = budget(
            strategy.perProblem.filter { Self.own($1, draft.perProblem[$0]) != nil },
            strategy.perRow.filter { Self.own($1, draft.perRow[$0]) != nil }
        )
        if let budget { entries.append(("budget", budget)) }
        return .mapping(entries)
    }

    private func budget(_ perProblem: BudgetSweeps, _ perRow: BudgetSweeps) -> YAMLText? {
        func caps(_ sweeps: BudgetSweeps) -> YAMLText? {
            let entries = BudgetCap.allCases.compactMap { cap in
                sweeps[cap].map { values in
                    (
                        key: cap.rawValue,
                        value: Self.sweep(values) { .verbatim(cap.text(of: $0)) }
                    )
                }
            }
            return entries.isEmpty ? nil : .mapping(entries)
        }
        let entries = zip(ConfigKeys.budget, [caps(perProblem), caps(perRow)]).compactMap {
            key,
            caps in
            caps.map { (key: key, value: $0) }
        }
        return entries.isEmpty ? nil : .mapping(entries)
    }

    private var retries: YAMLText {
        func seconds(_ duration: Duration) -> YAMLText {
            .verbatim(DecimalText.text(Int128(duration.attoseconds) / 1_000_000_000, scale: 9))
        }
        let values = [
            .verbatim("\(draft.retries.maximumAttempts)"), seconds(draft.retries.initialDelay),
            seconds(draft.retries.maximumDelay),
        ]
        return .mapping(zip(ConfigKeys.retries, values).map { ($0, $1) })
    }

    // MARK: - Values

    /// What a strategy says itself: its values, unless the experiment has the same.
    private static func own<Value: Equatable>(
        _ values: [Located<Value>]?,
        _ base: [Located<Value>]?
    ) -> [Value]? {
        guard let values = values?.map(\.value), values != base?.map(\.value) else { return nil }
        return values
    }

    private static func sweep(_ values: [SettingValue]) -> YAMLText {
        values.count == 1 ? value(values[0]) : .list(values.map(value))
    }

    private static func sweep<Value>(
        _ values: [Located<Value>],
        print: (Value) -> YAMLText
    ) -> YAMLText {
        values.count == 1 ? print(values[0].value) : .list(values.map { print($0.value) })
    }

    private static func value(_ value: SettingValue) -> YAMLText {
        switch value {
        case .flag, .integer, .number: .verbatim("\(value)")
        case .text(let text): .text(text)
        case .list(let texts): .list(texts.map(YAMLText.text))
        }
    }
}
