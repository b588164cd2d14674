/// Holds one strategy's accuracy and cost on each problem: one row of a report.
public struct MeasuredRow: Sendable, Hashable {
    /// The accuracy on each problem: 0 or 1, or an expectation between them.
    public let scores: [Double]
    /// The charged cost of each problem, at least 0, in any one unit.
    public let costs: [Double]

    /// The number of problems.
    public var problemCount: Int { scores.count }

    /// Creates a row; both lists run over the problems in the same order.
    public init(scores: [Double], costs: [Double]) {
        precondition(
            scores.count == costs.count,
            "\(scores.count) scores do not match \(costs.count) costs"
        )
        precondition(scores.allSatisfy(\.isFinite), "A row needs finite scores")
        precondition(
            costs.allSatisfy { $0 >= 0 && $0.isFinite },
            "A row needs finite costs of at least 0"
        )
        self.scores = scores
        self.costs = costs
    }
}
