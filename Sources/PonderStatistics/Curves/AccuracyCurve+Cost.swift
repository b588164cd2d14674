#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension AccuracyCurve {
    /// Returns the monotone curve nearest to this one in least squares.
    ///
    /// Pools adjacent points that fall with rising cost into their mean until none does. Every point
    /// has the same weight.
    ///
    /// **Source**: Ayer et al., Annals of Mathematical Statistics 26 (1955),
    /// doi:10.1214/aoms/1177728423.
    ///
    /// - Complexity: O(points).
    public func isotonic() -> Self {
        var blocks: [(sum: Double, count: Int)] = []
        for point in points {
            blocks.append((point.accuracy, 1))
            while blocks.count > 1, let last = blocks.last {
                let before = blocks[blocks.count - 2]
                guard before.sum / Double(before.count) > last.sum / Double(last.count) else {
                    break
                }
                blocks.removeLast()
                blocks[blocks.count - 1] = (before.sum + last.sum, before.count + last.count)
            }
        }
        let fitted = blocks.flatMap { block in
            repeatElement(block.sum / Double(block.count), count: block.count)
        }
        return Self(
            sorted: zip(points, fitted).map { CurvePoint(cost: $0.cost, accuracy: $1) }
        )
    }

    /// Returns the least cost at which the isotonic curve reaches an accuracy.
    ///
    /// Interpolates linearly in the logarithm of cost. An accuracy outside the curve is censored: it
    /// is said on which side, and no cost is made up.
    ///
    /// - Precondition: `target` is not NaN.
    /// - Complexity: O(points).
    public func cost(reaching target: Double) -> CostAtAccuracy {
        precondition(!target.isNaN, "A target accuracy must not be NaN")
        let curve = isotonic().points
        guard let next = curve.firstIndex(where: { $0.accuracy >= target }) else {
            return .moreThan(highestCost)
        }
        let above = curve[next]
        guard above.accuracy > target else { return .reached(above.cost) }
        guard next > 0 else { return .atMost(lowestCost) }
        let below = curve[next - 1]
        let share = (target - below.accuracy) / (above.accuracy - below.accuracy)
        return .reached(below.cost * exp(share * log(above.cost / below.cost)))
    }

    /// Returns accuracies at fractions of the range that two isotonic curves share.
    ///
    /// These are the targets at which costs can be compared without censoring.
    ///
    /// - Returns: one accuracy for each fraction; empty where the ranges do not overlap.
    /// - Precondition: every fraction is in `0...1`.
    /// - Complexity: O(points + fractions).
    public func sharedTargets(
        with other: Self,
        fractions: [Double] = [0.5, 0.75, 0.9]
    ) -> [Double] {
        precondition(fractions.allSatisfy((0...1).contains), "A fraction is in 0...1")
        let (first, second) = (isotonic().points, other.isotonic().points)
        let low = max(first[0].accuracy, second[0].accuracy)
        let high = min(first[first.count - 1].accuracy, second[second.count - 1].accuracy)
        guard high > low else { return [] }
        return fractions.map { low + $0 * (high - low) }
    }
}
