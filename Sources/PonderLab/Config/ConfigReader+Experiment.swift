import PonderCore

extension ConfigReader {
    /// Reads a whole config.
    func experiment(
        _ node: ConfigNode,
        sources: inout ExperimentSources
    ) -> ExperimentDraft? {
        guard let root = mapping(node, "the config", keys: ConfigKeys.experiment) else {
            return nil
        }
        for key in ["models", "tasks", "strategies"] where root[key] == nil {
            complain(root.position, "the config: the key '\(key)' is missing")
        }
        var draft = ExperimentDraft()
        readRun(root, into: &draft)
        draft.models = models(root, sources: &sources)
        let models = root["models"]?.keys ?? []
        draft.roles = roles(root["roles"], models: models)
        if draft.roles[.policy] == nil { draft.roles[.policy] = onlyModel(root, models) }
        draft.tasks = tasks(root)
        draft.sampling = sampling(root["sampling"])
        (draft.perProblem, draft.perRow) = budgets(root["budget"])
        draft.spendLimit = spendLimit(root["spend-limit"])
        draft.strategies = strategies(root, base: draft, models: models)
        return draft
    }

    /// The policy where no role is written: the only model; `nil` if there are several.
    private func onlyModel(_ root: ConfigMapping, _ models: [String]) -> [Located<String>]? {
        if let roles = root["roles"], roles.keys == nil { return [] }
        guard models.count == 1, let position = root["models"]?.position else { return nil }
        return [Located(models[0], position)]
    }

    private func readRun(_ root: ConfigMapping, into draft: inout ExperimentDraft) {
        draft.name = name(root)
        if let node = root["seed"] {
            draft.seed = integer(node, "seed", in: 0...UInt64.max) ?? 0
        }
        if let node = root["bank"], let text = text(node, "bank", "a path or off") {
            draft.bank = text == "off" ? .off : .file(ConfigPath(text, in: folder))
        }
        if let node = root["pool"], let pool = integer(node, "pool", in: ConfigLimits.pool) {
            draft.pool = Located(pool, node.position)
        }
        if let node = root["epochs"] {
            draft.epochs = integer(node, "epochs", in: ConfigLimits.epochs) ?? 1
        }
        if let node = root["concurrency"] {
            draft.concurrency = integer(node, "concurrency", in: ConfigLimits.concurrency) ?? 8
        }
        draft.problemsInFlight = 4 * draft.concurrency
        if let node = root["problems-in-flight"],
            let count = integer(node, "problems-in-flight", in: ConfigLimits.problemsInFlight)
        {
            draft.problemsInFlight = count
        }
        if let node = root["retries"] { draft.retries = retries(node) }
    }

    /// Reads the name, by default that of the file without its extension.
    private func name(_ root: ConfigMapping) -> String {
        guard let node = root["name"] else {
            let file = path.split(separator: "/").last.map(String.init) ?? ""
            let stem = file.split(separator: ".").first.map(String.init) ?? ""
            if !Self.isName(stem) {
                complain(root.position, "the config: the key 'name' is missing")
            }
            return stem
        }
        guard let name = text(node, "name") else { return "" }
        if !Self.isName(name) {
            complain(
                node.position,
                "name: \(Self.quote(name)) cannot name a folder; give 1 to 100 characters of one "
                    + "line without / and no . in front"
            )
        }
        return name
    }

    private static func isName(_ name: String) -> Bool {
        (1...100).contains(name.count) && !name.hasPrefix(".")
            && !name.unicodeScalars.contains {
                $0 == "/" || $0.properties.generalCategory == .control
            }
    }

    private func retries(_ node: ConfigNode) -> RetryPolicy {
        var policy = RetryPolicy()
        guard let mapping = mapping(node, "retries", keys: ConfigKeys.retries) else {
            return policy
        }
        if let node = mapping["attempts"] {
            policy.maximumAttempts =
                integer(node, "attempts", in: ConfigLimits.attempts) ?? policy.maximumAttempts
        }
        if let node = mapping["initial-delay-seconds"] {
            policy.initialDelay = delay(node, "initial-delay-seconds") ?? policy.initialDelay
        }
        if let node = mapping["maximum-delay-seconds"] {
            policy.maximumDelay = delay(node, "maximum-delay-seconds") ?? policy.maximumDelay
        }
        if policy.maximumDelay < policy.initialDelay {
            complain(
                (mapping["maximum-delay-seconds"] ?? node).position,
                "retries: maximum-delay-seconds is below initial-delay-seconds"
            )
        }
        return policy
    }

    private func delay(_ node: ConfigNode, _ what: String) -> Duration? {
        let expectation = "a number of seconds from 0 to 86400"
        return units(node, what, scale: 9, in: ConfigLimits.delay, expectation)
            .map { .nanoseconds(Int64($0)) }
    }
}
