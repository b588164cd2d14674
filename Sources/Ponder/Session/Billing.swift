public import PonderCore

/// What one invocation is really billed, across all rows, problems and models.
public final class Billing: Sendable {
    /// The spend limit stopped a call.
    public struct LimitReached: Error, Sendable, CustomStringConvertible {
        /// What was billed when it happened.
        public let billed: Spend

        /// What happened and what to do, in one line.
        public var description: String {
            "the spend limit is reached: billed \(billed.calls) calls, \(billed.totalTokens) tokens"
                + ", $\(billed.cost.dollars); finished calls are kept: raise the limit and run again"
        }
    }

    private let pot: BudgetPot

    /// Creates the bill of an invocation with the most that it may come to.
    public init(limit: Budget = .unlimited) { pot = BudgetPot(limit) }

    /// What has been billed so far.
    public var total: Spend { pot.settled }

    /// Reserves the most that an attempt can be billed, waiting for attempts that are out.
    ///
    /// - Throws: ``LimitReached`` when it does not fit although nothing is out.
    func reserve(_ bound: Spend) async throws {
        while true {
            switch pot.reserve(bound) {
            case .reserved: return
            case .refused: throw LimitReached(billed: pot.settled)
            case .mustWait:
                await pot.waitUntilSettled()
                try Task.checkCancellation()
            }
        }
    }

    /// Exchanges a reservation for what was really billed.
    func settle(_ bound: Spend, used: Spend) { pot.settle(bound, used: used) }
}
