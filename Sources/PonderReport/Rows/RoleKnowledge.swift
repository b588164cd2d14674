import PonderCore
import PonderRecord

/// Which roles of a row have a model whose money and operations can be counted.
struct RoleKnowledge {
    private let models: [Role: ModelDescription]

    init(row: RowDescription, header: RunHeader) {
        let names = [.policy: row.model].merging(row.roles) { _, bound in bound }
        models = names.compactMapValues { name in header.models.first { $0.name == name } }
    }

    /// The name of a role's model, if one is bound.
    func model(of role: Role) -> String? { models[role]?.name }

    /// Whether a role's money is known.
    func knowsCost(of role: Role) -> Bool { models[role]?.prices != nil }

    /// Whether a role's operations are known.
    func knowsFlops(of role: Role) -> Bool { models[role]?.shape != nil }
}
