/// The limits of a budget as a config writes them, each with the values of its sweep.
typealias BudgetSweeps = [BudgetCap: [Located<Int128>]]
