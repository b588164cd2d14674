extension ConfidenceInterval {
    /// Returns the Wilson score interval of a proportion, for one binary result per problem.
    ///
    /// With `p = successes/n` and the critical value `z`, the centre is
    /// `(p + z²/2n) / (1 + z²/n)` and the half-width
    /// `z √(p(1 - p)/n + z²/4n²) / (1 + z²/n)`. Means of rates over several samples per problem are
    /// not binomial: use ``MeanEstimate`` or the bootstrap for those.
    ///
    /// **Source**: Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*,
    /// JASA 22 (1927), doi:10.2307/2276774.
    ///
    /// - Returns: the interval inside `0...1`, or nil for no trials.
    /// - Precondition: `0 <= successes <= trials`; `level` is strictly between 0 and 1.
    /// - Complexity: O(1).
    public static func wilson(successes: Int, trials: Int, level: Double = 0.95) -> Self? {
        precondition(
            trials >= 0 && successes >= 0 && successes <= trials,
            "Successes are in 0...trials, got \(successes) of \(trials)"
        )
        let z = SpecialFunctions.normalCriticalValue(level: level)
        guard trials > 0 else { return nil }
        let n = Double(trials)
        let p = Double(successes) / n
        let scale = 1 + z * z / n
        let centre = (p + z * z / (2 * n)) / scale
        let half = z * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot() / scale
        return Self(
            low: successes == 0 ? 0 : max(0, centre - half),
            high: successes == trials ? 1 : min(1, centre + half),
            level: level
        )
    }
}
