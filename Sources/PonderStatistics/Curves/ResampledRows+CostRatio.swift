extension ResampledRows {
    /// Compares the costs at which two strategies reach the same accuracy.
    ///
    /// Each strategy is a curve through several rows, made monotone and inverted by
    /// ``AccuracyCurve/cost(reaching:)``. The interval is a percentile interval, since a censored
    /// replicate has bounds but no value.
    ///
    /// **Source**: section 8.6 of `algorithms.md`.
    ///
    /// - Returns: the comparison, or nil when there are no problems, or a curve has no row of
    ///   positive cost.
    /// - Parameters:
    ///   - first: the rows of the first curve, in any order.
    ///   - second: the rows of the second curve, in any order.
    ///   - accuracy: the accuracy both have to reach, see ``AccuracyCurve/sharedTargets(with:fractions:)``.
    ///   - level: confidence level of the interval.
    /// - Complexity: O(replicates · r log r) for `r` rows.
    public func costRatio(
        of first: [Int],
        over second: [Int],
        atAccuracy accuracy: Double,
        level: Double = 0.95
    ) -> CostComparison? {
        precondition(level > 0 && level < 1, "A level is strictly between 0 and 1, got \(level)")
        (first + second).forEach(check)
        guard !observed.isEmpty,
            let firstCost = Self.cost(first.map { observed[$0] }, accuracy),
            let secondCost = Self.cost(second.map { observed[$0] }, accuracy)
        else { return nil }
        guard case .reached(let a) = firstCost, case .reached(let b) = secondCost else {
            return .censored(first: firstCost, second: secondCost)
        }
        var lows: [Double] = []
        var highs: [Double] = []
        var censored = 0
        for replicate in 0..<matrix.replicateCount {
            let one = Self.cost(points(of: first, replicate: replicate), accuracy)
            let two = Self.cost(points(of: second, replicate: replicate), accuracy)
            let over = one?.bounds ?? (0, .infinity)
            let under = two?.bounds ?? (0, .infinity)
            lows.append(over.low / under.high)
            highs.append(over.high / under.low)
            if over.low < over.high || under.low < under.high { censored += 1 }
        }
        return .ratio(
            CostRatio(
                estimate: a / b,
                interval: interval(lows, highs, level: level),
                censoredShare: Double(censored) / Double(matrix.replicateCount)
            )
        )
    }

    private func interval(
        _ lows: [Double],
        _ highs: [Double],
        level: Double
    ) -> ConfidenceInterval? {
        guard matrix.problemCount > 1,
            let low = Quantile.linear(lows, at: (1 - level) / 2),
            let high = Quantile.linear(
                highs,
                at: (1 + level) / 2
            )
        else { return nil }
        return ConfidenceInterval(low: low, high: high, level: level)
    }

    private static func cost(_ points: [CurvePoint], _ accuracy: Double) -> CostAtAccuracy? {
        AccuracyCurve(points)?.cost(reaching: accuracy)
    }
}
