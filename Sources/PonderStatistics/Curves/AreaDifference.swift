/// Holds the difference of two curves' mean accuracies over their shared range of log cost.
public struct AreaDifference: Sendable, Hashable {
    /// The first curve's mean accuracy less the second's.
    public let estimate: Double
    /// The bootstrap interval over problems, nil for a single problem.
    public let interval: ConfidenceInterval?
    /// The difference found with 80% power at a two-sided 5% level; nil without any spread.
    public let minimumDetectable: Double?
    /// The costs between which both curves were averaged.
    public let costs: ClosedRange<Double>
    /// The first curve's mean accuracy between ``costs``.
    public let first: Double
    /// The second curve's mean accuracy between ``costs``.
    public let second: Double
    /// The share of replicates in which the curves shared no range; they are in no interval.
    public let undefinedShare: Double
}
