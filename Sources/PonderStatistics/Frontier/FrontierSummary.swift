/// Holds which rows are on the frontier of cost and accuracy, and how sure that is.
public struct FrontierSummary: Sendable, Hashable {
    /// The rows on the observed frontier, by ascending cost.
    public let members: [Int]
    /// For each row, the share of replicates in which it is on the frontier, in `0...1`.
    public let probabilities: [Double]
}
