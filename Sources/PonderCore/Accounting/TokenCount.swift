/// A number of tokens and how it is known.
public struct TokenCount: Hashable, Sendable, Codable {
    /// How a number of tokens is known, from best to worst.
    public enum Source: String, Hashable, Sendable, Codable, Comparable, CaseIterable {
        /// The provider reported it.
        case reported
        /// It was counted with the model's tokenizer, or apportioned from a reported total.
        case counted
        /// It is an upper bound.
        case bounded

        /// Whether the left source is better known than the right one.
        public static func < (left: Source, right: Source) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .reported: 0
            case .counted: 1
            case .bounded: 2
            }
        }
    }

    /// The number of tokens, at least 0.
    public var value: Int

    /// How the number is known.
    public var source: Source

    /// Creates a count.
    public init(_ value: Int, _ source: Source) {
        precondition(value >= 0, "a token count cannot be negative: \(value)")
        self.value = value
        self.source = source
    }

    /// A count that the provider reported.
    public static func reported(_ value: Int) -> TokenCount { TokenCount(value, .reported) }

    /// A count made with the model's tokenizer.
    public static func counted(_ value: Int) -> TokenCount { TokenCount(value, .counted) }

    /// An upper bound.
    public static func bounded(_ value: Int) -> TokenCount { TokenCount(value, .bounded) }

    /// The sum of two counts, known as well as the worse known of both.
    public static func + (left: TokenCount, right: TokenCount) -> TokenCount {
        TokenCount(left.value + right.value, max(left.source, right.source))
    }
}
