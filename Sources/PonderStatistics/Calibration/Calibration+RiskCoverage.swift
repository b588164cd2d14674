extension Calibration {
    /// Returns the risk at each coverage `1/n, 2/n, … 1` when the least confident abstain first.
    ///
    /// Within a tie of confidences each prediction counts with the tie's mean outcome, which is the
    /// expectation over random orders.
    ///
    /// **Source**: Geifman and El-Yaniv, *Selective Classification for Deep Neural Networks*, 2017,
    /// arXiv 1705.08500.
    ///
    /// - Returns: one point for each prediction; empty for none.
    /// - Complexity: O(n log n).
    public static func riskCoverage(_ predictions: [Prediction]) -> [RiskCoveragePoint] {
        var wrong = 0.0
        return ranked(predictions).enumerated().map { index, prediction in
            wrong += 1 - prediction.outcome
            return RiskCoveragePoint(
                coverage: Double(index + 1) / Double(predictions.count),
                risk: wrong / Double(index + 1)
            )
        }
    }

    /// Returns the area under the risk-coverage curve, its mean risk; in `0...1`, lower is better.
    ///
    /// A confidence without information gives the plain error rate in expectation.
    ///
    /// - Complexity: O(n log n).
    public static func riskCoverageArea(_ predictions: [Prediction]) -> Double? {
        let curve = riskCoverage(predictions)
        guard !curve.isEmpty else { return nil }
        return curve.reduce(0) { $0 + $1.risk } / Double(curve.count)
    }
}
