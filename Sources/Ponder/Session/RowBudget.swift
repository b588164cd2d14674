/// The pot that all problems of a row share, and the order in which they draw on it.
public struct RowBudget: Sendable {
    /// The pot.
    public let pot: BudgetPot

    /// The order; `nil` where every problem may spend its whole budget and still fit the pot.
    public let turns: TurnOrder?

    /// Creates the pot of a row.
    ///
    /// - Parameters:
    ///   - budget: the caps of the row.
    ///   - perProblem: the caps of each problem.
    ///   - problems: the number of problems, each of which gets a place in the order.
    public init(_ budget: Budget, perProblem: Budget, problems: Int) {
        pot = BudgetPot(budget)
        turns = budget.covers(perProblem, times: problems) ? nil : TurnOrder(count: problems)
    }
}
