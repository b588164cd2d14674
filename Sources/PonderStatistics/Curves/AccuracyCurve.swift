#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Interpolates accuracy between measured points, linearly in the logarithm of cost.
///
/// The curve exists between its cheapest and its dearest point and nowhere else: it is never
/// extrapolated.
public struct AccuracyCurve: Sendable, Hashable {
    /// The relative difference up to which two costs count as equal.
    ///
    /// Expected costs carry rounding errors of about 1e-15; no two settings differ by as little as
    /// this on purpose.
    public static let costTolerance = 1e-9

    /// The points by strictly ascending cost, at least one.
    public let points: [CurvePoint]

    /// The cost of the cheapest point, positive.
    public var lowestCost: Double { points[0].cost }

    /// The cost of the dearest point, positive.
    public var highestCost: Double { points[points.count - 1].cost }

    /// Creates the curve through points in any order.
    ///
    /// Points of equal cost, within ``costTolerance``, merge into one with their mean accuracy.
    /// Points without a positive finite cost have no place on a logarithmic axis and are dropped.
    /// Is nil when no point is left.
    ///
    /// - Complexity: O(n log n).
    public init?(_ points: [CurvePoint]) {
        let placed = points.filter { $0.cost > 0 && $0.cost.isFinite }
        guard !placed.isEmpty else { return nil }
        let sorted = placed.sorted { ($0.cost, $0.accuracy) < ($1.cost, $1.accuracy) }
        var merged: [CurvePoint] = []
        var start = 0
        while start < sorted.count {
            let limit = sorted[start].cost * (1 + Self.costTolerance)
            let end = sorted[start...].firstIndex { $0.cost > limit } ?? sorted.count
            let tied = sorted[start..<end]
            let accuracy = tied.reduce(0) { $0 + $1.accuracy } / Double(tied.count)
            merged.append(CurvePoint(cost: sorted[start].cost, accuracy: accuracy))
            start = end
        }
        self.points = merged
    }

    init(sorted points: [CurvePoint]) {
        self.points = points
    }

    /// Returns the accuracy at a cost, or nil where the curve was not measured.
    ///
    /// A cost within ``costTolerance`` of a point has exactly that point's accuracy.
    ///
    /// - Precondition: `cost` is not NaN.
    /// - Complexity: O(points).
    public func accuracy(atCost cost: Double) -> Double? {
        precondition(!cost.isNaN, "A cost must not be NaN")
        guard let next = points.firstIndex(where: { $0.cost >= cost || Self.equal($0.cost, cost) })
        else { return nil }
        let above = points[next]
        if Self.equal(above.cost, cost) { return above.accuracy }
        guard next > 0 else { return nil }
        let below = points[next - 1]
        let share = log(cost / below.cost) / log(above.cost / below.cost)
        return below.accuracy + share * (above.accuracy - below.accuracy)
    }

    /// Returns the accuracy at the measured cost nearest to a cost.
    ///
    /// Equals ``accuracy(atCost:)`` inside the curve, and an end point's accuracy outside it.
    ///
    /// - Precondition: `cost` is not NaN.
    /// - Complexity: O(points).
    public func clampedAccuracy(atCost cost: Double) -> Double {
        if let inside = accuracy(atCost: cost) { return inside }
        return cost < lowestCost ? points[0].accuracy : points[points.count - 1].accuracy
    }

    private static func equal(_ a: Double, _ b: Double) -> Bool {
        abs(a - b) <= costTolerance * max(a, b)
    }
}
