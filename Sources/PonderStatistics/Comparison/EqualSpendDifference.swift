/// Holds how much more accurate a strategy is than a baseline that spends the same.
public struct EqualSpendDifference: Sendable, Hashable {
    /// The strategy's accuracy less the baseline's at ``cost``.
    public let estimate: Double
    /// The lower end of the bootstrap interval, nil for a single problem.
    public var low: Double? { interval?.low }
    /// The upper end of the bootstrap interval, nil for a single problem.
    public var high: Double? { interval?.high }
    /// The bootstrap interval over problems, nil for a single problem.
    public let interval: ConfidenceInterval?
    /// The difference found with 80% power at a two-sided 5% level, from the bootstrap spread.
    ///
    /// Nil where the replicates have no spread: then the data do not tell what could be found.
    public let minimumDetectable: Double?
    /// The strategy's mean charged cost, at which the baseline is read.
    public let cost: Double
    /// The baseline's accuracy at ``cost``.
    public let baselineAccuracy: Double
    /// The share of replicates whose cost lay outside the replicate's own baseline, in `0...1`.
    ///
    /// Those were compared with the nearest end point. A share above a few percent says that the
    /// strategy sits at the edge of what was measured: measure the baseline further out.
    public let clampedShare: Double
}
