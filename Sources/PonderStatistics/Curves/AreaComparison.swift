/// States how the areas under two accuracy curves compare.
public enum AreaComparison: Sendable, Hashable {
    /// The curves share no range of costs.
    case noOverlap
    /// The curves share a range of costs.
    case difference(AreaDifference)
}
