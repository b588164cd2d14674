/// States how a strategy compares with a baseline at equal spend.
public enum EqualSpendComparison: Sendable, Hashable {
    /// The strategy's mean cost lies outside the costs at which the baseline was measured.
    case noOverlap
    /// The strategy's mean cost lies on the baseline's curve.
    case difference(EqualSpendDifference)
}
