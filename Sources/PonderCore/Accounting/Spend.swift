/// An amount of everything that a budget can limit, in whole units.
public struct Spend: Hashable, Sendable, Codable {
    /// Prompt tokens as sent, whether or not a provider cached them.
    public var promptTokens: Int

    /// Output tokens, thinking included.
    public var outputTokens: Int

    /// Attempts at model calls.
    public var calls: Int

    /// Money.
    public var cost: Cost

    /// Floating-point operations.
    public var flops: Int128

    /// Creates an amount; nothing by default.
    public init(
        promptTokens: Int = 0,
        outputTokens: Int = 0,
        calls: Int = 0,
        cost: Cost = .zero,
        flops: Int128 = 0
    ) {
        self.promptTokens = promptTokens
        self.outputTokens = outputTokens
        self.calls = calls
        self.cost = cost
        self.flops = flops
    }

    /// Nothing.
    public static let zero = Spend()

    /// Prompt and output tokens together.
    public var totalTokens: Int { promptTokens + outputTokens }

    /// The sum, unit by unit.
    public static func + (left: Spend, right: Spend) -> Spend {
        Spend(
            promptTokens: left.promptTokens + right.promptTokens,
            outputTokens: left.outputTokens + right.outputTokens,
            calls: left.calls + right.calls,
            cost: left.cost + right.cost,
            flops: left.flops + right.flops
        )
    }

    /// The difference, unit by unit.
    public static func - (left: Spend, right: Spend) -> Spend {
        Spend(
            promptTokens: left.promptTokens - right.promptTokens,
            outputTokens: left.outputTokens - right.outputTokens,
            calls: left.calls - right.calls,
            cost: left.cost - right.cost,
            flops: left.flops - right.flops
        )
    }

    /// Adds an amount.
    public static func += (left: inout Spend, right: Spend) { left = left + right }

    /// Takes an amount away.
    public static func -= (left: inout Spend, right: Spend) { left = left - right }
}
