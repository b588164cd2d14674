/// Holds how many times as much one strategy costs as another at the same accuracy.
public struct CostRatio: Sendable, Hashable {
    /// The first strategy's cost over the second's; below 1 the first is cheaper.
    public let estimate: Double
    /// The bootstrap interval over problems, nil for a single problem.
    ///
    /// A censored replicate enters with the least ratio it allows at the lower end and the greatest
    /// at the upper end. An end of 0 or infinity says that the measurements do not limit that side.
    public let interval: ConfidenceInterval?
    /// The share of replicates in which at least one strategy's cost was censored, in `0...1`.
    public let censoredShare: Double
}
