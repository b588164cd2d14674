/// Holds the error rate among the most confident share of predictions.
public struct RiskCoveragePoint: Sendable, Hashable {
    /// The share of predictions answered, in `0...1` and above 0.
    public let coverage: Double
    /// The share of those that are wrong, in `0...1`.
    public let risk: Double
}
