import Ponder
import PonderCore

/// One combination of a strategy's sweeps, before a policy and a task are chosen.
struct StrategyVariant {
    /// The settings that are written, with their places.
    var written: [String: Located<SettingValue>]
    /// All settings, defaults filled in.
    var settings: [String: SettingValue]
    var needs: StrategyNeeds
    var sampling: [String: Located<SettingValue>] = [:]
    /// The models of the roles that the strategy uses, the policy left out.
    var roles: [Role: Located<String>] = [:]
    var perProblem: [BudgetCap: Located<Int128>] = [:]
    var perRow: [BudgetCap: Located<Int128>] = [:]

    /// Chooses the value of one axis.
    mutating func choose(_ choice: Choice) {
        switch choice {
        case .sampling(let key, let value): sampling[key] = value
        case .role(let role, let model): roles[role] = model
        case .perProblem(let cap, let value): perProblem[cap] = value
        case .perRow(let cap, let value): perRow[cap] = value
        }
    }

    /// A value of an axis other than a setting of the strategy.
    enum Choice {
        case sampling(String, Located<SettingValue>)
        case role(Role, Located<String>)
        case perProblem(BudgetCap, Located<Int128>)
        case perRow(BudgetCap, Located<Int128>)
    }
}
