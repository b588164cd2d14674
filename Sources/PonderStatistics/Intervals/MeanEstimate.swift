/// Holds a mean over problems with its standard error.
///
/// **Source**: Miller, *Adding Error Bars to Evals*, 2024, arXiv 2411.00640.
public struct MeanEstimate: Sendable, Hashable {
    /// The mean over problems.
    public let mean: Double
    /// The standard error of the mean, at least 0.
    public let standardError: Double
    /// The number of problems.
    public let count: Int
    /// The number of independent units less one: problems, or clusters where they are grouped.
    public let degreesOfFreedom: Int

    /// Creates the estimate of independent problems from the central limit theorem.
    ///
    /// `SE = √(Σ (s_i - s̄)² / (n(n - 1)))`.
    ///
    /// Is nil for fewer than two problems, whose spread is unknown.
    ///
    /// - Precondition: every score is finite.
    /// - Complexity: O(n).
    public init?(_ scores: [Double]) {
        precondition(scores.allSatisfy(\.isFinite), "A mean needs finite scores")
        guard let moments = Moments(scores), let deviation = moments.standardDeviation else {
            return nil
        }
        mean = moments.mean
        standardError = deviation / Double(moments.count).squareRoot()
        count = moments.count
        degreesOfFreedom = moments.count - 1
    }

    /// Creates the estimate of problems that come in groups, such as questions on one passage.
    ///
    /// `SE² = SE_independent² + (1/n²) Σ_c Σ_{i≠j in c} (s_i - s̄)(s_j - s̄)`: scores that agree
    /// within clusters widen the interval. Clusters of one problem each give the plain formula.
    /// Is nil for fewer than two clusters.
    ///
    /// - Parameters:
    ///   - scores: one finite score for each problem.
    ///   - clusters: the cluster of each problem, in the order of `scores`.
    /// - Complexity: O(n).
    public init?(_ scores: [Double], clusters: [Int]) {
        precondition(
            scores.count == clusters.count,
            "\(scores.count) scores do not match \(clusters.count) cluster labels"
        )
        guard let plain = Self(scores) else { return nil }
        var slots: [Int: Int] = [:]
        var sums: [Double] = []
        var squares = 0.0
        for (score, cluster) in zip(scores, clusters) {
            let deviation = score - plain.mean
            squares += deviation * deviation
            if let slot = slots[cluster] {
                sums[slot] += deviation
            } else {
                slots[cluster] = sums.count
                sums.append(deviation)
            }
        }
        guard sums.count > 1 else { return nil }
        let n = Double(scores.count)
        let cross = sums.reduce(0) { $0 + $1 * $1 } - squares
        let variance = plain.standardError * plain.standardError + cross / (n * n)
        mean = plain.mean
        standardError = max(0, variance).squareRoot()
        count = scores.count
        degreesOfFreedom = sums.count - 1
    }

    /// Returns the normal interval `mean ± z · SE`.
    ///
    /// - Precondition: `level` is strictly between 0 and 1.
    /// - Complexity: O(1).
    public func interval(level: Double = 0.95) -> ConfidenceInterval {
        around(SpecialFunctions.normalCriticalValue(level: level), level: level)
    }

    /// Returns the interval `mean ± t · SE` with ``degreesOfFreedom``, for few problems.
    ///
    /// Prefer it to ``interval(level:)`` below about 100 problems or clusters.
    ///
    /// - Precondition: `level` is strictly between 0 and 1.
    /// - Complexity: O(√degreesOfFreedom).
    public func studentInterval(level: Double = 0.95) -> ConfidenceInterval {
        precondition(level > 0 && level < 1, "A level is strictly between 0 and 1, got \(level)")
        let critical = SpecialFunctions.studentTQuantile(
            0.5 + level / 2,
            degreesOfFreedom: Double(degreesOfFreedom)
        )
        return around(critical, level: level)
    }

    private func around(_ critical: Double, level: Double) -> ConfidenceInterval {
        let half = critical * standardError
        return ConfidenceInterval(low: mean - half, high: mean + half, level: level)
    }
}
