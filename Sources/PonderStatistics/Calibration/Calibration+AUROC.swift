extension Calibration {
    /// Returns the chance that a correct answer is more confident than a wrong one; ties count 1/2.
    ///
    /// The area under the ROC curve, in `0...1`: 1/2 is no information. Over samples of several
    /// problems it mixes difficulty with discrimination, see ``withinGroupAUROC(_:)``.
    ///
    /// **Source**: Hanley and McNeil, Radiology 143 (1982), doi:10.1148/radiology.143.1.7063747.
    ///
    /// - Returns: nil unless there is both a correct and a wrong answer.
    /// - Complexity: O(n log n).
    public static func auroc(_ predictions: [Prediction]) -> Double? {
        RankedOutcomes([predictions]).auroc(weights: [1])
    }

    /// Returns the mean AUROC inside groups, over groups with both a correct and a wrong answer.
    ///
    /// With one group for each problem it measures a verifier apart from the difficulty of the
    /// problems.
    ///
    /// - Returns: nil where no group has both classes.
    /// - Complexity: O(n log n).
    public static func withinGroupAUROC(_ groups: [[Prediction]]) -> Double? {
        Moments(groups.compactMap { auroc($0) })?.mean
    }
}
