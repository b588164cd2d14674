import Ponder
import PonderCore

/// An item of a config's strategies, its sweeps not yet expanded.
struct StrategyDraft {
    var entry: StrategyEntry
    var position: SourcePosition
    /// The settings that are written.
    var settings: SettingSweeps
    /// The sampling options, those of the experiment included.
    var sampling: SettingSweeps
    /// The models by role, those of the experiment included.
    var roles: RoleSweeps
    /// The caps of each problem, those of the experiment included.
    var perProblem: BudgetSweeps
    /// The caps of each row, those of the experiment included.
    var perRow: BudgetSweeps
    /// Whether something about it could not be read, so that nothing more is said about it.
    var isBroken: Bool
}
