extension ResampleMatrix {
    /// Returns the cluster bootstrap of AUROC over all predictions of the problems drawn.
    ///
    /// Predictions are sorted once; a replicate counts each problem as often as it was drawn.
    ///
    /// - Returns: the distribution, or nil where there are no problems or not both classes.
    /// - Parameter groups: the predictions of each problem, possibly none; one group a problem.
    /// - Complexity: O(n log n + (replicates + problems) · n) for `n` predictions.
    public func bootstrapAUROC(_ groups: [[Prediction]]) -> BootstrapDistribution? {
        check(groups.count)
        let ranked = RankedOutcomes(groups)
        let all = [Int](repeating: 1, count: problemCount)
        guard let estimate = ranked.auroc(weights: all) else { return nil }
        let replicates = (0..<replicateCount).map { ranked.auroc(weights: multiplicities($0)) }
        let leaveOneOut = groups.indices.compactMap { left in
            var weights = all
            weights[left] = 0
            return ranked.auroc(weights: weights)
        }
        return BootstrapDistribution(
            estimate: estimate,
            replicates: replicates,
            leaveOneOut: leaveOneOut,
            problemCount: problemCount
        )
    }

    /// Returns the cluster bootstrap of the mean AUROC inside problems.
    ///
    /// Problems whose answers are all correct or all wrong carry no AUROC and are passed over.
    ///
    /// - Returns: the distribution, or nil where no problem has both classes.
    /// - Parameter groups: the predictions of each problem, possibly none; one group a problem.
    /// - Complexity: O(n log n + replicates · problems) for `n` predictions.
    public func bootstrapWithinGroupAUROC(_ groups: [[Prediction]]) -> BootstrapDistribution? {
        check(groups.count)
        let values = groups.map { Calibration.auroc($0) }
        return bootstrap { problems in Moments(problems.compactMap { values[$0] })?.mean }
    }

    /// Returns the cluster bootstrap of any measure of the predictions of the problems drawn.
    ///
    /// For example `matrix.bootstrap(groups) { Calibration.expectedCalibrationError($0) }`.
    ///
    /// - Returns: the distribution, or nil where there are no problems or the measure is undefined.
    /// - Parameters:
    ///   - groups: the predictions of each problem, possibly none; one group a problem.
    ///   - measure: the measure, nil where it is undefined.
    /// - Complexity: `replicates + problems + 1` calls of the measure.
    public func bootstrap(
        _ groups: [[Prediction]],
        measure: ([Prediction]) -> Double?
    ) -> BootstrapDistribution? {
        check(groups.count)
        return bootstrap { problems in measure(problems.flatMap { groups[$0] }) }
    }

    private func check(_ groupCount: Int) {
        precondition(
            groupCount == problemCount,
            "\(groupCount) groups do not match \(problemCount) problems"
        )
    }
}
