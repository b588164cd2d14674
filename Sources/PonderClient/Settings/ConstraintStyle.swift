public import PonderCore

/// How a server is told what a reply must conform to.
public enum ConstraintStyle: Hashable, Sendable {
    /// It cannot be told.
    case none
    /// JSON schemas in `response_format` (OpenAI).
    case responseFormat
    /// JSON schemas and GBNF grammars; choices become grammars (llama.cpp).
    case llamaServer
    /// Everything, in `structured_outputs` (vLLM from 0.11).
    case structuredOutputs
    /// Everything, in `guided_json` and its siblings (older vLLM).
    case guided

    /// The kinds of constraint that can be asked for.
    public var kinds: Set<Constraint.Kind> {
        switch self {
        case .none: []
        case .responseFormat: [.jsonSchema]
        case .llamaServer: [.jsonSchema, .grammar, .choice]
        case .structuredOutputs, .guided: Set(Constraint.Kind.allCases)
        }
    }
}
