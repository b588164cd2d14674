/// Limits on what may be spent; a limit that is `nil` does not bind.
///
/// Token and money limits count prompts as they are sent, without any discount for caching, so a
/// provider's bill stays below them too.
public struct Budget: Hashable, Sendable, Codable {
    /// The most output tokens, thinking included.
    public var outputTokens: Int?

    /// The most tokens, prompts included.
    public var totalTokens: Int?

    /// The most attempts at model calls.
    public var calls: Int?

    /// The most money.
    public var cost: Cost?

    /// The most floating-point operations.
    public var flops: Int128?

    /// The longest time; overshoot is at most one abort, and runs with it are not repeatable.
    public var wallTime: Duration?

    /// Creates limits; none by default.
    public init(
        outputTokens: Int? = nil,
        totalTokens: Int? = nil,
        calls: Int? = nil,
        cost: Cost? = nil,
        flops: Int128? = nil,
        wallTime: Duration? = nil
    ) {
        self.outputTokens = outputTokens
        self.totalTokens = totalTokens
        self.calls = calls
        self.cost = cost
        self.flops = flops
        self.wallTime = wallTime
    }

    /// No limits.
    public static let unlimited = Budget()

    /// Whether any limit but time is set.
    public var limitsSpend: Bool {
        outputTokens != nil || totalTokens != nil || calls != nil || cost != nil || flops != nil
    }

    /// Whether an amount lies within every limit but time.
    public func allows(_ spend: Spend) -> Bool {
        (outputTokens.map { spend.outputTokens <= $0 } ?? true)
            && (totalTokens.map { spend.totalTokens <= $0 } ?? true)
            && (calls.map { spend.calls <= $0 } ?? true)
            && (cost.map { spend.cost <= $0 } ?? true)
            && (flops.map { spend.flops <= $0 } ?? true)
    }

    /// Whether `count` budgets like `other`, all used up, still lie within this one.
    ///
    /// False as soon as this budget limits something that the other leaves open.
    public func covers(_ other: Budget, times count: Int) -> Bool {
        func fits<T: BinaryInteger>(_ mine: T?, _ theirs: T?) -> Bool {
            guard let mine else { return true }
            guard let theirs else { return false }
            let (all, overflow) = Int128(theirs).multipliedReportingOverflow(by: Int128(count))
            return !overflow && all <= Int128(mine)
        }
        return fits(outputTokens, other.outputTokens)
            && fits(totalTokens, other.totalTokens)
            && fits(calls, other.calls)
            && fits(cost?.picoDollars, other.cost?.picoDollars)
            && fits(flops, other.flops)
    }
}
