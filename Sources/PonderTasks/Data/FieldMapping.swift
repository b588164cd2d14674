/// Which fields of a data file hold what, where they do not have their usual names.
public struct FieldMapping: Hashable, Sendable {
    /// The field's name, by role; a role without one has its default names.
    public var names: [FieldRole: String]

    /// Creates a mapping; without any names, fields are found by their default names.
    public init(_ names: [FieldRole: String] = [:]) { self.names = names }

    /// Creates a mapping from the names of roles, as a config gives them.
    ///
    /// - Throws: ``TaskError`` for a name that is no role's.
    public init(roles: [String: String]) throws {
        names = [:]
        for (name, field) in roles.sorted(by: { $0.key < $1.key }) {
            guard let role = FieldRole(rawValue: name) else {
                let known = FieldRole.allCases.map(\.rawValue).joined(separator: ", ")
                throw TaskError(
                    .malformedData,
                    "'\(name)' cannot be mapped to a field; use one of \(known)"
                )
            }
            names[role] = field
        }
    }

    /// Returns the names under which a role's field is looked for, in order.
    func candidates(for role: FieldRole) -> [String] {
        names[role].map { [$0] } ?? role.defaultNames
    }
}
