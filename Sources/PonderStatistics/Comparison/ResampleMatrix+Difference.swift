extension ResampleMatrix {
    /// Compares two strategies' scores problem by problem with the paired cluster bootstrap.
    ///
    /// Each replicate is the mean difference over the problems drawn. Equal scores give an estimate
    /// of exactly 0, the interval `[0, 0]` and a p-value of 1.
    ///
    /// - Parameters:
    ///   - first: one finite score for each problem.
    ///   - second: the other strategy's scores, in the same order.
    ///   - level: confidence level of the interval.
    ///   - method: how replicates become an interval.
    /// - Returns: the comparison, or nil when there are no problems.
    /// - Complexity: O(problemCount × replicateCount).
    public func pairedDifference(
        _ first: [Double],
        minus second: [Double],
        level: Double = 0.95,
        method: IntervalMethod = .bca
    ) -> PairedDifference? {
        precondition(
            first.count == second.count,
            "\(first.count) scores do not pair with \(second.count)"
        )
        let differences = zip(first, second).map { $0 - $1 }
        guard let distribution = bootstrapMean(of: differences) else { return nil }
        return PairedDifference(
            estimate: distribution.estimate,
            interval: distribution.interval(method, level: level),
            standardError: MeanEstimate(differences)?.standardError,
            correlation: Self.correlation(first, second),
            pValue: distribution.pValue(),
            minimumDetectable: PowerAnalysis.minimumDetectable(differences: differences),
            problemCount: problemCount
        )
    }

    private static func correlation(_ first: [Double], _ second: [Double]) -> Double? {
        guard let a = Moments(first), let b = Moments(second), a.squares > 0, b.squares > 0 else {
            return nil
        }
        let products = zip(first, second).reduce(0) {
            $0 + ($1.0 - a.mean) * ($1.1 - b.mean)
        }
        return min(1, max(-1, products / (a.squares * b.squares).squareRoot()))
    }
}
