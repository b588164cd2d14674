/// A unit of spending that accuracy can be charted against.
public enum SpendAxis: String, Hashable, Sendable, Codable, CaseIterable {
    /// Floating-point operations: prefill, verifiers and controllers included.
    case flops
    /// Output tokens; rows that use any role but the policy have no place on it.
    case outputTokens
    /// Prompt and output tokens, each distinct prompt once per search.
    case totalTokens
    /// Money.
    case cost = "money"
    /// The modelled critical path.
    case seconds = "modelledSeconds"

    /// The axis' name in a switch.
    var name: String {
        switch self {
        case .flops: "FLOPs"
        case .outputTokens: "Output tokens"
        case .totalTokens: "Total tokens"
        case .cost: "Money"
        case .seconds: "Modelled seconds"
        }
    }

    /// What the axis shows, with its unit.
    var title: String {
        switch self {
        case .flops: "FLOPs per problem"
        case .outputTokens: "Output tokens per problem"
        case .totalTokens: "Total tokens per problem"
        case .cost: "US dollars per problem"
        case .seconds: "Modelled seconds per problem"
        }
    }

    /// The unit in running text: "at equal …".
    var noun: String {
        switch self {
        case .flops: "FLOPs"
        case .outputTokens: "output tokens"
        case .totalTokens: "total tokens"
        case .cost: "money"
        case .seconds: "modelled seconds"
        }
    }
}
