extension ResampledRows {
    /// Compares the areas under two strategies' accuracy against log2 cost.
    ///
    /// Each strategy is a curve through several rows. Both are averaged between their common limits,
    /// see ``AccuracyCurve/meanAccuracy(fromCost:toCost:)``; every replicate finds its own limits,
    /// since costs are resampled too. The same rows on both sides give exactly 0.
    ///
    /// **Source**: section 8.6 of `algorithms.md`.
    ///
    /// - Parameters:
    ///   - first: the rows of the first curve, in any order.
    ///   - second: the rows of the second curve, in any order.
    ///   - level: confidence level of the interval.
    ///   - method: how replicates become an interval.
    /// - Returns: the difference, or ``AreaComparison/noOverlap`` where the curves share no range of
    ///   costs, or there are no problems.
    /// - Complexity: O((replicates + problems) · r log r) for `r` rows.
    public func areaDifference(
        of first: [Int],
        minus second: [Int],
        level: Double = 0.95,
        method: IntervalMethod = .bca
    ) -> AreaComparison {
        (first + second).forEach(check)
        guard !observed.isEmpty,
            let firstCurve = AccuracyCurve(first.map { observed[$0] }),
            let secondCurve = AccuracyCurve(second.map { observed[$0] }),
            let areas = Self.areas(firstCurve, secondCurve),
            let distribution = distribution(
                of: first + second,
                { points in
                    guard let a = AccuracyCurve(Array(points[..<first.count])),
                        let b = AccuracyCurve(Array(points[first.count...]))
                    else { return nil }
                    return Self.areas(a, b).map { $0.first - $0.second }
                }
            )
        else { return .noOverlap }
        return .difference(
            AreaDifference(
                estimate: distribution.estimate,
                interval: distribution.interval(method, level: level),
                minimumDetectable: PowerAnalysis.minimumDetectable(distribution),
                costs: areas.costs,
                first: areas.first,
                second: areas.second,
                undefinedShare: distribution.undefinedShare
            )
        )
    }

    private static func areas(
        _ first: AccuracyCurve,
        _ second: AccuracyCurve
    ) -> (costs: ClosedRange<Double>, first: Double, second: Double)? {
        guard let costs = first.sharedCosts(with: second),
            let a = first.meanAccuracy(fromCost: costs.lowerBound, toCost: costs.upperBound),
            let b = second.meanAccuracy(fromCost: costs.lowerBound, toCost: costs.upperBound)
        else { return nil }
        return (costs, a, b)
    }
}
