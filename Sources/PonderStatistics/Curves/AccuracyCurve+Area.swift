#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension AccuracyCurve {
    /// Returns the mean accuracy over the logarithm of cost between two limits.
    ///
    /// The trapezoid area under accuracy against log2 cost, divided by the width of the limits: the
    /// accuracy to expect at a budget drawn evenly from the logarithmic axis. Only areas between
    /// common limits can be compared.
    ///
    /// - Returns: nil unless both limits lie on the curve and leave some width between them.
    /// - Complexity: O(points).
    public func meanAccuracy(fromCost low: Double, toCost high: Double) -> Double? {
        guard low > 0, high > low * (1 + Self.costTolerance),
            let first = accuracy(atCost: low), let last = accuracy(atCost: high)
        else { return nil }
        var area = 0.0
        var previous = (position: log2(low), accuracy: first)
        for point in points where point.cost > low && point.cost < high {
            let position = log2(point.cost)
            area += (position - previous.position) * (previous.accuracy + point.accuracy) / 2
            previous = (position, point.accuracy)
        }
        area += (log2(high) - previous.position) * (previous.accuracy + last) / 2
        return area / (log2(high) - log2(low))
    }

    /// Returns the cost limits that two curves share, or nil where they share no width.
    ///
    /// - Complexity: O(1).
    public func sharedCosts(with other: Self) -> ClosedRange<Double>? {
        let low = max(lowestCost, other.lowestCost)
        let high = min(highestCost, other.highestCost)
        return high > low * (1 + Self.costTolerance) ? low...high : nil
    }
}
