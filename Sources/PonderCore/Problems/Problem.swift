/// What a search sees of a sample: the input, never the target, the difficulty or a solve rate.
public struct Problem: Hashable, Sendable, Codable {
    /// A stable name, for logs only: nothing that a search decides may depend on it.
    public var id: String

    /// The statement.
    public var statement: String

    /// The options of a multiple-choice problem, in order; otherwise empty.
    public var choices: [String]

    /// Creates a problem.
    public init(_ statement: String, id: String = "", choices: [String] = []) {
        self.id = id
        self.statement = statement
        self.choices = choices
    }
}
