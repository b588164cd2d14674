/// Holds the mean cost and the mean accuracy of one strategy over problems.
public struct CurvePoint: Sendable, Hashable {
    /// The mean cost of a problem, at least 0.
    public let cost: Double
    /// The mean accuracy.
    public let accuracy: Double

    /// Creates a point.
    public init(cost: Double, accuracy: Double) {
        precondition(cost >= 0, "A cost is at least 0, got \(cost)")
        precondition(!accuracy.isNaN, "An accuracy must not be NaN")
        self.cost = cost
        self.accuracy = accuracy
    }
}
