/// Holds the best accuracy that one cost buys, with its bootstrap band.
public struct EnvelopePoint: Sendable, Hashable {
    /// The cost allowed.
    public let cost: Double
    /// The accuracy of the best row of at most that cost.
    public let accuracy: Double
    /// The percentile interval of that accuracy, nil for a single problem.
    ///
    /// The best of several noisy rows is biased upwards, so the band describes the frontier as
    /// measured; it is not a promise about the strategy that happens to lead.
    public let interval: ConfidenceInterval?
    /// The share of replicates in which no row was cheap enough; they are not in the interval.
    public let undefinedShare: Double
}
