import PonderCore
import PonderTasks

/// Expands the sweeps of tasks and names what comes of it.
///
/// Within a task the sweeps are its own settings, `level`, `system`, `template` and `shots`, the last fastest.
struct TaskExpansion {
    /// A task with what checks have to know of it.
    struct Item {
        var plan: TaskPlan
        var draft: TaskDraft
    }

    private(set) var items: [Item] = []

    /// Expands tasks; a task that stands there twice is a mistake.
    init(_ drafts: [TaskDraft], reader: ConfigReader) {
        var lines: [TaskPlan: Int] = [:]
        for draft in drafts {
            let own = draft.facts.settings.map { spec in
                Self.axis(draft.settings[spec.name] ?? []) { $0.settings[spec.name] = $1 }
            }
            let axes: [[(inout TaskPlan) -> Void]] =
                own + [
                    Self.axis(draft.levels) { $0.level = $1 },
                    Self.axis(draft.system) { $0.prompt.system = $1 },
                    Self.axis(draft.template) { $0.prompt.template = $1 },
                    Self.axis(draft.shots) { $0.prompt.shots = $1 },
                ]
            guard let plans = SweepProduct.combinations(of: axes, limit: ConfigLimits.rows) else {
                reader.complain(
                    draft.position,
                    "more than \(ConfigLimits.rows) tasks after expansion"
                )
                continue
            }
            for changes in plans {
                var plan = Self.plan(draft)
                for change in changes { change(&plan) }
                if let line = lines[plan] {
                    reader.complain(
                        draft.position,
                        "this task is the same as the one on line \(line)"
                    )
                    continue
                }
                lines[plan] = draft.position.line
                items.append(Item(plan: plan, draft: draft))
            }
        }
        nameItems()
    }

    private static func axis<Value>(
        _ sweep: [Located<Value>],
        set: @escaping (inout TaskPlan, Value) -> Void
    ) -> [(inout TaskPlan) -> Void] {
        sweep.isEmpty ? [{ _ in }] : sweep.map { item in { set(&$0, item.value) } }
    }

    private static func plan(_ draft: TaskDraft) -> TaskPlan {
        let isGenerated = draft.data == nil
        var settings: [String: SettingValue] = [:]
        for spec in draft.facts.settings { settings[spec.name] = spec.defaultValue }
        return TaskPlan(
            name: draft.facts.id,
            id: draft.facts.id,
            data: draft.data?.value,
            limit: draft.limit?.value,
            offset: draft.offset?.value ?? 0,
            count: isGenerated ? draft.count?.value : nil,
            seed: isGenerated ? draft.seed?.value ?? 0 : nil,
            fields: FieldMapping(draft.fields),
            settings: settings,
            prompt: draft.facts.prompt
        )
    }

    /// Gives tasks of one id names that say in what they differ.
    private mutating func nameItems() {
        let plans = items.map(\.plan)
        for index in items.indices {
            let peers = plans.filter { $0.id == plans[index].id }
            guard peers.count > 1 else { continue }
            let keys = Set(peers.flatMap(\.settings.keys)).sorted()
            let own = keys.map { key in
                Trait(name: key) { $0.settings[key].map(\.description) ?? "" }
            }
            let parts = (own + Self.traits).compactMap { trait -> String? in
                let values = peers.map(trait.value)
                let own = trait.value(plans[index])
                guard values.contains(where: { $0 != own }) else { return nil }
                guard trait.isLong else {
                    return "\(trait.name) \(own.isEmpty ? "default" : own)"
                }
                let distinct = values.enumerated().filter { values.firstIndex(of: $1) == $0 }
                let place = distinct.firstIndex { $0.element == own } ?? 0
                return "\(trait.name) \(place + 1)"
            }
            items[index].plan.name += " (\(parts.joined(separator: ", ")))"
        }
    }

    private struct Trait {
        var name: String
        var isLong = false
        var value: (TaskPlan) -> String
    }

    private static var traits: [Trait] {
        [
            Trait(name: "data") { $0.data?.written ?? "" },
            Trait(name: "limit") { $0.limit.map(String.init) ?? "" },
            Trait(name: "offset") { String($0.offset) },
            Trait(name: "level") { $0.level.map(String.init) ?? "" },
            Trait(name: "count") { $0.count.map(String.init) ?? "" },
            Trait(name: "seed") { $0.seed.map(String.init) ?? "" },
            Trait(name: "fields", isLong: true) { plan in
                plan.fields.names.map { "\($0.rawValue): \($1)" }.sorted().joined(separator: "\n")
            },
            Trait(name: "system", isLong: true) { $0.prompt.system ?? "" },
            Trait(name: "template", isLong: true) { $0.prompt.template ?? "" },
            Trait(name: "shots") { String($0.prompt.shots) },
        ]
    }
}
