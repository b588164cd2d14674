extension ResampledRows {
    /// Returns the frontier of some rows with each row's probability of being on it.
    ///
    /// Every replicate recomputes all costs, all accuracies and the frontier.
    ///
    /// **Source**: section 8.7 of `algorithms.md`.
    ///
    /// - Returns: the frontier in terms of row indices; `probabilities` run in the order of `chosen`.
    ///   Nil when there are no problems or no rows.
    /// - Parameter chosen: the rows that compete; all of them by default.
    /// - Complexity: O(replicates · r log r) for `r` rows.
    public func frontier(of chosen: [Int]? = nil) -> FrontierSummary? {
        let chosen = chosen ?? Array(rows.indices)
        chosen.forEach(check)
        guard !observed.isEmpty, !chosen.isEmpty else { return nil }
        var hits = [Int](repeating: 0, count: chosen.count)
        for replicate in 0..<matrix.replicateCount {
            let points = points(of: chosen, replicate: replicate)
            for index in ParetoFrontier.indices(of: points) { hits[index] += 1 }
        }
        let members = ParetoFrontier.indices(of: chosen.map { observed[$0] })
        return FrontierSummary(
            members: members.map { chosen[$0] },
            probabilities: hits.map { Double($0) / Double(matrix.replicateCount) }
        )
    }

    /// Returns the best accuracy of some rows at each cost, with a bootstrap band.
    ///
    /// - Returns: one point for each cost at which some row is cheap enough, in the order given.
    /// - Parameters:
    ///   - costs: the costs allowed, in any order.
    ///   - chosen: the rows that compete; all of them by default.
    ///   - level: confidence level of the band.
    /// - Complexity: O(costs · rows · replicates).
    public func envelope(
        atCosts costs: [Double],
        of chosen: [Int]? = nil,
        level: Double = 0.95
    ) -> [EnvelopePoint] {
        let chosen = chosen ?? Array(rows.indices)
        return costs.compactMap { cost in
            let best = distribution(of: chosen) { ParetoFrontier.accuracy(within: cost, of: $0) }
            return best.map {
                EnvelopePoint(
                    cost: cost,
                    accuracy: $0.estimate,
                    interval: $0.percentileInterval(level: level),
                    undefinedShare: $0.undefinedShare
                )
            }
        }
    }
}
