extension ResampledRows {
    /// Compares a row with a baseline's curve at the row's own mean charged cost.
    ///
    /// The difference is the row's mean accuracy less the baseline's, interpolated linearly in log
    /// cost between the baseline's rows. Cost and accuracy of all rows are resampled together over
    /// problems, so the interval carries the uncertainty of the costs as well.
    ///
    /// Nothing is extrapolated. Where the row's observed cost lies outside the observed baseline,
    /// is zero, or there is no baseline or no problem, the result is
    /// ``EqualSpendComparison/noOverlap``. In a *replicate* the resampled cost may still slip past
    /// the resampled curve's end. It is then compared with that end point, and counted in
    /// ``EqualSpendDifference/clampedShare``. Dropping such replicates would keep only those in
    /// which the two costs happen to agree, and so bias the interval.
    ///
    /// Baseline rows of equal cost count as one point with their mean accuracy. A baseline of one
    /// row can be compared with only at exactly its cost. A row that is itself the baseline's only
    /// point at its cost differs by exactly 0, with the interval `[0, 0]`.
    ///
    /// **Source**: section 7 of `DESIGN.md`, "Equal spend".
    ///
    /// - Parameters:
    ///   - row: the strategy compared.
    ///   - baseline: the rows of the baseline's curve, in any order; may include `row`.
    ///   - level: confidence level of the interval.
    ///   - method: how replicates become an interval.
    /// - Returns: the difference at equal spend, or that the costs do not overlap.
    /// - Complexity: O((replicates + problems) · b log b) for `b` baseline rows.
    public func equalSpend(
        of row: Int,
        against baseline: [Int],
        level: Double = 0.95,
        method: IntervalMethod = .bca
    ) -> EqualSpendComparison {
        check(row)
        baseline.forEach(check)
        guard !observed.isEmpty,
            let curve = AccuracyCurve(baseline.map { observed[$0] }),
            let baselineAccuracy = curve.accuracy(atCost: observed[row].cost)
        else { return .noOverlap }
        let chosen = [row] + baseline
        let distribution = distribution(of: chosen) { points in
            AccuracyCurve(Array(points.dropFirst())).map {
                points[0].accuracy - $0.clampedAccuracy(atCost: points[0].cost)
            }
        }
        guard let distribution else { return .noOverlap }
        return .difference(
            EqualSpendDifference(
                estimate: distribution.estimate,
                interval: distribution.interval(method, level: level),
                minimumDetectable: PowerAnalysis.minimumDetectable(distribution),
                cost: observed[row].cost,
                baselineAccuracy: baselineAccuracy,
                clampedShare: clampedShare(of: chosen)
            )
        )
    }

    /// Returns the share of replicates in which the first row's cost leaves the others' curve.
    private func clampedShare(of chosen: [Int]) -> Double {
        let clamped = (0..<matrix.replicateCount).count { replicate in
            let points = points(of: chosen, replicate: replicate)
            let curve = AccuracyCurve(Array(points.dropFirst()))
            return curve?.accuracy(atCost: points[0].cost) == nil
        }
        return Double(clamped) / Double(matrix.replicateCount)
    }
}
