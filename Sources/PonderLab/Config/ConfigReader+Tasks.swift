import PonderCore
import PonderTasks

extension ConfigReader {
    /// Reads the tasks.
    func tasks(_ root: ConfigMapping) -> [TaskDraft] {
        guard let node = root["tasks"], let items = list(node, "tasks") else { return [] }
        return items.compactMap { task($0) }
    }

    private func task(_ node: ConfigNode) -> TaskDraft? {
        guard let written = names(node, "a task") else { return nil }
        guard let id = written["task"] else {
            complain(written.position, "a task: the key 'task' is missing; give the task's id")
            return nil
        }
        guard let name = choice(id, "task", of: catalog.tasks.map(\.id)),
            let facts = catalog.tasks.first(where: { $0.id == name }),
            let mapping = mapping(
                node,
                "task '\(name)'",
                keys: ConfigKeys.task + facts.settings.map(\.name)
            )
        else { return nil }
        requireSettings(of: facts, in: mapping, at: id.position)
        let prompt = mapping["prompt"].flatMap {
            self.mapping($0, "prompt", keys: ConfigKeys.prompt)
        }
        let draft = TaskDraft(
            facts: facts,
            position: id.position,
            data: data(mapping),
            limit: located(mapping["limit"]) { integer($0, "limit", in: ConfigLimits.problems) },
            offset: located(mapping["offset"]) { integer($0, "offset", in: ConfigLimits.offset) },
            settings: settings(mapping, facts.settings),
            levels: levels(mapping["level"], facts),
            count: located(mapping["count"]) { integer($0, "count", in: ConfigLimits.problems) },
            seed: located(mapping["seed"]) { integer($0, "seed", in: 0...UInt64.max) },
            fields: fields(mapping["fields"]),
            system: prompt?["system"].map { sweep($0, "system") { text($0, "system") } } ?? [],
            template: prompt?["template"].map { sweep($0, "template") { template($0) } } ?? [],
            shots: shots(prompt?["shots"], facts),
            keys: Dictionary(
                uniqueKeysWithValues: mapping.entries.map { ($0.key, $0.value.position) }
            )
        )
        checkSource(draft, mapping)
        return draft
    }

    private func requireSettings(
        of facts: TaskFacts,
        in mapping: ConfigMapping,
        at position: SourcePosition
    ) {
        for spec in facts.settings
        where spec.isRequired && spec.defaultValue == nil && mapping[spec.name] == nil {
            complain(position, "\(facts.id): \(spec.name) is missing; give \(spec.expectation)")
        }
    }

    private func located<Value>(
        _ node: ConfigNode?,
        read: (ConfigNode) -> Value?
    ) -> Located<Value>? {
        guard let node, let value = read(node) else { return nil }
        return Located(value, node.position)
    }

    private func data(_ mapping: ConfigMapping) -> Located<ConfigPath>? {
        located(mapping["data"]) { node in
            text(node, "data", "the path of a file").flatMap { file($0, at: node.position, "data") }
        }
    }

    private func levels(_ node: ConfigNode?, _ facts: TaskFacts) -> [Located<Int>] {
        guard let node, facts.generates else { return [] }
        let known = facts.levels.map(String.init)
        return sweep(node, "level") { choice($0, "level", of: known).flatMap { Int($0) } }
    }

    private func shots(_ node: ConfigNode?, _ facts: TaskFacts) -> [Located<Int>] {
        guard let node else { return [] }
        return sweep(node, "shots") { integer($0, "shots", in: 0...facts.mostShots) }
    }

    private func template(_ node: ConfigNode) -> String? {
        guard let template = text(node, "template") else { return nil }
        if !template.contains("{statement}") {
            complain(node.position, "template: it must hold {statement}, where the problem goes")
            return nil
        }
        return template
    }

    private func fields(_ node: ConfigNode?) -> [FieldRole: String] {
        let known = FieldRole.allCases.map(\.rawValue)
        guard let node, let mapping = mapping(node, "fields", keys: known) else { return [:] }
        var fields: [FieldRole: String] = [:]
        for entry in mapping.entries {
            guard let role = FieldRole(rawValue: entry.key) else { continue }
            fields[role] = text(entry.value, entry.key, "a field's name")
        }
        return fields
    }

    /// Checks that problems come from a file or from the generator, and only its keys are there.
    private func checkSource(_ draft: TaskDraft, _ mapping: ConfigMapping) {
        let id = draft.facts.id
        if let data = mapping.entry("data") {
            if !draft.facts.readsFile {
                complain(data.position, "data: '\(id)' makes its problems; give count instead")
                return
            }
            refuse(
                ["level", "count", "seed"],
                in: mapping,
                "goes with made problems, not with data"
            )
        } else if draft.facts.generates {
            refuse(
                ["limit", "offset", "fields"],
                in: mapping,
                "goes with data, not with made problems"
            )
            if mapping["count"] == nil {
                complain(draft.position, "'\(id)' makes its problems; give count, how many")
            }
        } else {
            complain(draft.position, "'\(id)' needs data, the path of a file with its problems")
        }
    }

    private func refuse(_ keys: [String], in mapping: ConfigMapping, _ reason: String) {
        for key in keys {
            guard let entry = mapping.entry(key) else { continue }
            complain(entry.position, "\(key): this key \(reason); leave it out")
        }
    }
}
