import PonderCore

/// The pots that one search draws on: its own, and perhaps one that it shares with other problems.
struct BudgetPots: Sendable {
    private let own: BudgetPot
    private let shared: BudgetPot?
    private let isOrdered: Bool

    /// Creates the pots of a search that may be one of a row.
    init(own: BudgetPot, row: RowBudget?) {
        self.own = own
        shared = row?.pot
        isOrdered = row?.turns != nil
    }

    /// Reserves an amount in every pot, waiting for earlier calls where it does not fit beside them.
    ///
    /// - Returns: false if it does not fit although every earlier call has settled.
    func reserve(_ bound: Spend) async throws -> Bool {
        while true {
            switch own.reserve(bound) {
            case .refused:
                // What still fits beside other problems' calls is only known once those are in.
                if isOrdered { await shared?.waitUntilSettled() }
                try Task.checkCancellation()
                return false
            case .mustWait: await own.waitUntilSettled()
            case .reserved:
                guard let shared else { return true }
                switch shared.reserve(bound) {
                case .reserved: return true
                case .refused:
                    own.settle(bound, used: .zero)
                    return false
                case .mustWait:
                    own.settle(bound, used: .zero)
                    await shared.waitUntilSettled()
                }
            }
            try Task.checkCancellation()
        }
    }

    /// Whether an amount fits every pot beside everything reserved.
    func fits(_ bound: Spend) -> Bool {
        own.fits(bound) && (shared?.fits(bound) ?? true)
    }

    /// Enlarges a reservation for one more attempt, if that fits every pot.
    func extend(by bound: Spend) -> Bool {
        guard own.extend(by: bound) else { return false }
        guard let shared else { return true }
        if shared.extend(by: bound) { return true }
        own.shrink(by: bound)
        return false
    }

    /// Exchanges a reservation for what was used.
    func settle(_ bound: Spend, used: Spend) {
        own.settle(bound, used: used)
        shared?.settle(bound, used: used)
    }
}
