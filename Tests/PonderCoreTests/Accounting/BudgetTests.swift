import PonderCore
import Testing

@Suite
struct BudgetTests {
    private static let spend = Spend(
        promptTokens: 10,
        outputTokens: 5,
        calls: 2,
        cost: Cost(picoDollars: 100),
        flops: 1000
    )

    @Test(arguments: [
        (Budget.unlimited, true), (Budget(outputTokens: 5), true), (Budget(outputTokens: 4), false),
        (Budget(totalTokens: 15), true), (Budget(totalTokens: 14), false),
        (Budget(calls: 2), true), (Budget(calls: 1), false),
        (Budget(cost: Cost(picoDollars: 100)), true), (Budget(cost: Cost(picoDollars: 99)), false),
        (Budget(flops: 1000), true), (Budget(flops: 999), false),
        (Budget(wallTime: .zero), true), (Budget(outputTokens: 5, calls: 1), false),
    ])
    func `an amount is allowed up to each limit and no further`(_ budget: Budget, _ isAllowed: Bool)
    {
        #expect(budget.allows(Self.spend) == isAllowed)
    }

    @Test
    func `a budget covers as many budgets as fit into it`() {
        let row = Budget(outputTokens: 100, calls: 10)
        let problem = Budget(outputTokens: 25, totalTokens: 70, calls: 2)
        #expect(row.covers(problem, times: 4))
        #expect(!row.covers(problem, times: 5))
        #expect(!row.covers(Budget(outputTokens: 1), times: 1))
        #expect(Budget.unlimited.covers(.unlimited, times: 1000))
        #expect(!Budget(cost: .zero).covers(.unlimited, times: 1))
        #expect(
            Budget(cost: Cost(picoDollars: 6)).covers(Budget(cost: Cost(picoDollars: 3)), times: 2)
        )
        #expect(!Budget(flops: .max).covers(Budget(flops: .max), times: 2))
    }

    @Test
    func `only limits on spending count as such`() {
        #expect(!Budget(wallTime: .seconds(1)).limitsSpend)
        #expect(Budget(flops: 1).limitsSpend)
        #expect(!Budget.unlimited.limitsSpend)
    }

    @Test
    func `amounts add and subtract unit by unit`() {
        let sum = Self.spend + Self.spend
        #expect(sum.totalTokens == 30)
        #expect(sum.calls == 4)
        #expect(sum - Self.spend == Self.spend)
        #expect(Self.spend - Self.spend == .zero)
    }
}
