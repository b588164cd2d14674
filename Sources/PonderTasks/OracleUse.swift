/// What a task offers a search beyond its statement; every row of a report prints it.
public enum OracleUse: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nothing.
    case none
    /// A checker of final answers, which knows the statement only and does not solve.
    case checker
}
