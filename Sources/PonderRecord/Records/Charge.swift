public import PonderCore

/// What a row's searches of one problem were charged: whole sums over all replays of the problem.
public struct Charge: Hashable, Sendable, Codable {
    /// Output tokens, thinking included.
    public var outputTokens: Int

    /// The part of the output tokens that was thinking.
    public var reasoningTokens: Int

    /// Prompt tokens as sent, in full for every attempt.
    public var promptTokens: Int

    /// Prompt tokens with each distinct prompt counted once per search.
    public var distinctPromptTokens: Int

    /// Attempts at model calls.
    public var calls: Int

    /// Money for everything as sent, without cache discounts, in pico-dollars.
    public var costPicoDollars: Int64

    /// Operations with each distinct prompt computed once per search.
    public var flops: WideInteger

    /// Operations with every prompt computed for every attempt.
    public var flopsUncached: WideInteger

    /// Creates a charge; nothing by default.
    public init(
        outputTokens: Int = 0,
        reasoningTokens: Int = 0,
        promptTokens: Int = 0,
        distinctPromptTokens: Int = 0,
        calls: Int = 0,
        costPicoDollars: Int64 = 0,
        flops: WideInteger = WideInteger(0),
        flopsUncached: WideInteger = WideInteger(0)
    ) {
        self.outputTokens = outputTokens
        self.reasoningTokens = reasoningTokens
        self.promptTokens = promptTokens
        self.distinctPromptTokens = distinctPromptTokens
        self.calls = calls
        self.costPicoDollars = costPicoDollars
        self.flops = flops
        self.flopsUncached = flopsUncached
    }

    /// Creates the charge of one ledger line.
    public init(_ line: Ledger.Line) {
        self.init(
            outputTokens: line.asSent.outputTokens,
            reasoningTokens: line.reasoningTokens,
            promptTokens: line.asSent.promptTokens,
            distinctPromptTokens: line.distinctPromptTokens,
            calls: line.asSent.calls,
            costPicoDollars: line.asSent.cost.picoDollars,
            flops: WideInteger(line.distinctFlops),
            flopsUncached: WideInteger(line.asSent.flops)
        )
    }

    /// Adds a charge.
    public static func += (left: inout Charge, right: Charge) {
        left.outputTokens += right.outputTokens
        left.reasoningTokens += right.reasoningTokens
        left.promptTokens += right.promptTokens
        left.distinctPromptTokens += right.distinctPromptTokens
        left.calls += right.calls
        let cost =
            Cost(picoDollars: left.costPicoDollars) + Cost(picoDollars: right.costPicoDollars)
        left.costPicoDollars = cost.picoDollars
        left.flops = WideInteger(left.flops.value + right.flops.value)
        left.flopsUncached = WideInteger(left.flopsUncached.value + right.flopsUncached.value)
    }

    /// Whether every amount is one that a run can reach, so that sums of many cannot overflow.
    package var isPlausible: Bool {
        let counts = [outputTokens, reasoningTokens, promptTokens, distinctPromptTokens, calls]
        let operations = [flops.value, flopsUncached.value]
        return counts.allSatisfy { (0..<1 << 48).contains($0) } && costPicoDollars >= 0
            && operations.allSatisfy { (0..<1 << 100).contains($0) }
    }
}
