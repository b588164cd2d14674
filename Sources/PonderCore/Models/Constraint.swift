/// What a reply's text must conform to while it is decoded.
public enum Constraint: Hashable, Sendable, Codable {
    /// One of these strings, whole.
    case choice([String])
    /// A match of this regular expression, whole.
    case regex(String)
    /// A JSON value that conforms to this JSON schema, given as JSON text.
    case jsonSchema(String)
    /// A text that this GBNF grammar derives.
    case grammar(String)

    /// The kind of a constraint, without its content.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// One of a list of strings.
        case choice
        /// A regular expression.
        case regex
        /// A JSON schema.
        case jsonSchema = "json-schema"
        /// A GBNF grammar.
        case grammar
    }

    /// The kind of this constraint.
    public var kind: Kind {
        switch self {
        case .choice: .choice
        case .regex: .regex
        case .jsonSchema: .jsonSchema
        case .grammar: .grammar
        }
    }
}
