import PonderCore

/// A config whose values have been read, its sweeps not yet expanded.
struct ExperimentDraft {
    var name = ""
    var seed: UInt64 = 0
    var bank = BankChoice.outputFolder
    var pool: Located<Int>?
    var models: [ModelConfig] = []
    var roles: RoleSweeps = [:]
    var tasks: [TaskDraft] = []
    var sampling: SettingSweeps = [:]
    var strategies: [StrategyDraft] = []
    var perProblem: BudgetSweeps = [:]
    var perRow: BudgetSweeps = [:]
    var spendLimit: [BudgetCap: Located<Int128>] = [:]
    var epochs = 1
    var concurrency = 8
    var problemsInFlight = 32
    var retries = RetryPolicy()
}
