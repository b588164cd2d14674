import PonderCore

extension Budget {
    /// A budget of these limits.
    init(_ caps: [BudgetCap: Int128]) {
        self.init(
            outputTokens: caps[.outputTokens].map(Int.init),
            totalTokens: caps[.totalTokens].map(Int.init),
            calls: caps[.calls].map(Int.init),
            cost: caps[.costUSD].map { Cost(picoDollars: Int64($0)) },
            flops: caps[.flops],
            wallTime: caps[.wallTime].map { .nanoseconds(Int64($0)) }
        )
    }

    /// The limits that are set, in units.
    var caps: [(cap: BudgetCap, value: Int128)] {
        var caps: [(cap: BudgetCap, value: Int128)] = []
        if let outputTokens { caps.append((.outputTokens, Int128(outputTokens))) }
        if let totalTokens { caps.append((.totalTokens, Int128(totalTokens))) }
        if let calls { caps.append((.calls, Int128(calls))) }
        if let cost { caps.append((.costUSD, Int128(cost.picoDollars))) }
        if let flops { caps.append((.flops, flops)) }
        if let wallTime {
            let attoseconds: Int128 = wallTime.attoseconds
            caps.append((.wallTime, attoseconds / 1_000_000_000))
        }
        return caps
    }
}
