/// States how two strategies' costs compare at one accuracy.
public enum CostComparison: Sendable, Hashable {
    /// At least one curve, over all problems, does not reach down or up to the accuracy.
    case censored(first: CostAtAccuracy, second: CostAtAccuracy)
    /// Both curves reach the accuracy.
    case ratio(CostRatio)
}
