/// What a search, or a row of searches, has spent, by role; sums of whole numbers only.
public struct Ledger: Hashable, Sendable, Codable {
    /// What one role has spent.
    public struct Line: Hashable, Sendable, Codable {
        /// Everything as sent: prompts count in full for every attempt.
        public var asSent: Spend

        /// Prompt tokens with each distinct prompt counted once per search.
        public var distinctPromptTokens: Int

        /// Operations with each distinct prompt computed once per search.
        public var distinctFlops: Int128

        /// The part of the output that was thinking.
        public var reasoningTokens: Int

        /// Creates a line; nothing by default.
        public init(
            asSent: Spend = .zero,
            distinctPromptTokens: Int = 0,
            distinctFlops: Int128 = 0,
            reasoningTokens: Int = 0
        ) {
            self.asSent = asSent
            self.distinctPromptTokens = distinctPromptTokens
            self.distinctFlops = distinctFlops
            self.reasoningTokens = reasoningTokens
        }

        /// Adds a line.
        public static func += (left: inout Line, right: Line) {
            left.asSent += right.asSent
            left.distinctPromptTokens += right.distinctPromptTokens
            left.distinctFlops += right.distinctFlops
            left.reasoningTokens += right.reasoningTokens
        }
    }

    /// The lines, by role.
    public private(set) var lines: [Role: Line]

    /// Creates an empty ledger.
    public init() { lines = [:] }

    /// Adds to the line of a role.
    public mutating func add(_ line: Line, to role: Role) {
        lines[role, default: Line()] += line
    }

    /// Adds every line of another ledger.
    public mutating func add(_ other: Ledger) {
        for (role, line) in other.lines { add(line, to: role) }
    }

    /// All roles together.
    public var total: Line {
        lines.values.reduce(into: Line()) { $0 += $1 }
    }
}
