#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Holds a statistic's estimate with its bootstrap replicates, and turns them into intervals.
public struct BootstrapDistribution: Sendable, Hashable {
    /// The statistic on the problems as they are.
    public let estimate: Double
    /// The defined replicates in ascending order.
    public let sortedReplicates: [Double]
    /// The replicates in which the statistic was undefined; they are in no interval.
    public let undefinedCount: Int
    /// The acceleration `Σ d³ / (6 (Σ d²)^(3/2))` of the jackknife deviations `d`.
    ///
    /// Problems without which the statistic is undefined are passed over; without any deviation it
    /// is 0.
    public let acceleration: Double
    /// The number of problems resampled.
    public let problemCount: Int

    /// The share of replicates in which the statistic was undefined, in `0...1`.
    public var undefinedShare: Double {
        Double(undefinedCount) / Double(max(1, undefinedCount + sortedReplicates.count))
    }

    /// The standard deviation of the replicates, nil for fewer than two problems or replicates.
    public var standardError: Double? {
        guard problemCount > 1 else { return nil }
        return Moments(sortedReplicates)?.standardDeviation
    }

    init(
        estimate: Double,
        replicates: [Double],
        undefinedCount: Int,
        acceleration: Double,
        problemCount: Int
    ) {
        self.estimate = estimate
        sortedReplicates = replicates.sorted()
        self.undefinedCount = undefinedCount
        self.acceleration = acceleration
        self.problemCount = problemCount
    }

    init(estimate: Double, replicates: [Double?], leaveOneOut: [Double], problemCount: Int) {
        let defined = replicates.compactMap { $0 }
        var acceleration = 0.0
        if let moments = Moments(leaveOneOut), moments.squares > 0 {
            // Deviations are (mean of leave-one-out) - (leave-one-out): the cube changes sign.
            acceleration = -moments.cubes / (6 * moments.squares * moments.squares.squareRoot())
        }
        self.init(
            estimate: estimate,
            replicates: defined,
            undefinedCount: replicates.count - defined.count,
            acceleration: acceleration,
            problemCount: problemCount
        )
    }

    /// Returns the interval of the chosen method, nil for fewer than two problems or no replicate.
    ///
    /// - Precondition: `level` is strictly between 0 and 1.
    /// - Complexity: O(replicates).
    public func interval(
        _ method: IntervalMethod = .bca,
        level: Double = 0.95
    ) -> ConfidenceInterval? {
        switch method {
        case .percentile: percentileInterval(level: level)
        case .bca: bcaInterval(level: level)
        }
    }

    /// Returns the percentile interval, nil for fewer than two problems or no defined replicate.
    ///
    /// - Precondition: `level` is strictly between 0 and 1.
    /// - Complexity: O(1).
    public func percentileInterval(level: Double = 0.95) -> ConfidenceInterval? {
        precondition(level > 0 && level < 1, "A level is strictly between 0 and 1, got \(level)")
        return interval(from: (1 - level) / 2, to: (1 + level) / 2, level: level)
    }

    /// Returns the bias-corrected and accelerated interval, nil where the percentile interval is.
    ///
    /// With `z0 = Φ⁻¹(share of replicates below the estimate)` and the acceleration `a`, each end
    /// `z` of the normal interval is read from the replicates at
    /// `Φ(z0 + (z0 + z) / (1 - a(z0 + z)))`. Replicates equal to the estimate count half, and the
    /// share is kept half a replicate away from 0 and 1, so `z0` is finite.
    ///
    /// **Source**: Efron, *Better Bootstrap Confidence Intervals*, JASA 82 (1987),
    /// doi:10.2307/2289144.
    ///
    /// - Precondition: `level` is strictly between 0 and 1.
    /// - Complexity: O(replicates).
    public func bcaInterval(level: Double = 0.95) -> ConfidenceInterval? {
        let critical = SpecialFunctions.normalCriticalValue(level: level)
        guard !sortedReplicates.isEmpty else { return nil }
        let total = Double(sortedReplicates.count)
        var below = 0.0
        for replicate in sortedReplicates {
            if replicate < estimate { below += 1 } else if replicate == estimate { below += 0.5 }
        }
        let share = min(1 - 0.5 / total, max(0.5 / total, below / total))
        let bias = SpecialFunctions.normalQuantile(share)
        func adjusted(_ z: Double) -> Double {
            let shifted = bias + z
            let denominator = 1 - acceleration * shifted
            guard denominator > 0 else { return shifted > 0 ? 1 : 0 }
            return SpecialFunctions.normalCDF(bias + shifted / denominator)
        }
        return interval(from: adjusted(-critical), to: adjusted(critical), level: level)
    }

    /// Returns the two-sided bootstrap p-value of the hypothesis that the statistic is `null`.
    ///
    /// `2 min(1 + #{replicates <= null}, 1 + #{replicates >= null}) / (B + 1)`, at most 1. Nil for
    /// fewer than two problems or no defined replicate.
    ///
    /// - Complexity: O(replicates).
    public func pValue(null: Double = 0) -> Double? {
        guard problemCount > 1, !sortedReplicates.isEmpty else { return nil }
        let atMost = sortedReplicates.count { $0 <= null }
        let atLeast = sortedReplicates.count { $0 >= null }
        let tail = Double(1 + min(atMost, atLeast)) / Double(sortedReplicates.count + 1)
        return min(1, 2 * tail)
    }

    private func interval(
        from lower: Double,
        to upper: Double,
        level: Double
    ) -> ConfidenceInterval? {
        guard problemCount > 1,
            let low = Quantile.linear(sorted: sortedReplicates, at: lower),
            let high = Quantile.linear(sorted: sortedReplicates, at: upper)
        else { return nil }
        return ConfidenceInterval(low: min(low, high), high: max(low, high), level: level)
    }
}
