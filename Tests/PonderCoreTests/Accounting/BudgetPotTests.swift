import PonderCore
import Testing

@Suite
struct BudgetPotTests {
    private func tokens(_ count: Int) -> Spend { Spend(outputTokens: count, calls: 1) }

    @Test
    func `a reservation counts until it is exchanged for what was used`() {
        let pot = BudgetPot(Budget(outputTokens: 10))
        #expect(pot.reserve(tokens(6)) == .reserved)
        #expect(pot.reserved == tokens(6))
        #expect(!pot.fits(tokens(5)))
        pot.settle(tokens(6), used: tokens(2))
        #expect(pot.reserved == .zero)
        #expect(pot.settled == tokens(2))
        #expect(pot.reserve(tokens(8)) == .reserved)
    }

    @Test
    func `what does not fit waits while calls are out, and is refused when none is`() {
        let pot = BudgetPot(Budget(outputTokens: 10))
        #expect(pot.reserve(tokens(6)) == .reserved)
        #expect(pot.reserve(tokens(5)) == .mustWait)
        pot.settle(tokens(6), used: tokens(6))
        #expect(pot.reserve(tokens(5)) == .refused)
        #expect(pot.reserve(tokens(4)) == .reserved)
    }

    @Test
    func `a reservation grows only into what is free`() {
        let pot = BudgetPot(Budget(outputTokens: 10))
        #expect(pot.reserve(tokens(4)) == .reserved)
        #expect(pot.extend(by: Spend(outputTokens: 6)))
        #expect(!pot.extend(by: Spend(outputTokens: 1)))
        pot.shrink(by: Spend(outputTokens: 6))
        #expect(pot.reserved == tokens(4))
    }

    @Test
    func `waiting ends when the last call settles`() async {
        let pot = BudgetPot(.unlimited)
        await pot.waitUntilSettled()
        #expect(pot.reserve(tokens(1)) == .reserved)
        #expect(pot.reserve(tokens(2)) == .reserved)
        await withTaskGroup(of: Int.self) { group in
            for _ in 0..<3 {
                group.addTask {
                    await pot.waitUntilSettled()
                    return pot.settled.outputTokens
                }
            }
            group.addTask {
                pot.settle(tokens(1), used: tokens(1))
                pot.settle(tokens(2), used: tokens(2))
                return 3
            }
            for await seen in group { #expect(seen == 3) }
        }
    }

    @Test
    func `waiting ends when the task is cancelled`() async {
        let pot = BudgetPot(.unlimited)
        #expect(pot.reserve(tokens(1)) == .reserved)
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { await pot.waitUntilSettled() } }
            group.cancelAll()
        }
        #expect(pot.reserved == tokens(1))
    }
}
