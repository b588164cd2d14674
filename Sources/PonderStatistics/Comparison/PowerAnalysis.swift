/// Computes how many problems find a given difference, and what difference given problems find.
///
/// All tests are two-sided at `alpha`; `power` is the chance of finding a true difference of the
/// stated size. Defaults are 5% and 80%.
///
/// **Source**: Miller, *Adding Error Bars to Evals*, 2024, arXiv 2411.00640; for paired binary
/// results Connor, Biometrics 43 (1987), doi:10.2307/2531961.
public enum PowerAnalysis: Sendable {
    /// Returns `z_{1 - alpha/2} + z_power`, which times a standard error is detectable.
    ///
    /// Is 2.801585 at the defaults.
    ///
    /// - Precondition: `alpha` is strictly between 0 and 1, `power` in `0.5..<1`.
    /// - Complexity: O(1).
    public static func multiplier(alpha: Double = 0.05, power: Double = 0.8) -> Double {
        criticalValue(alpha) + powerQuantile(power)
    }

    /// Returns the problems needed to find a difference of means of per-problem rates.
    ///
    /// `(z_{1 - alpha/2} + z_power)² · variance / difference²`, rounded up, where the variance of a
    /// per-problem difference is `ω² + σ_A²/K_A + σ_B²/K_B`: the spread of true differences over
    /// problems, and the noise of each strategy over its samples per problem.
    ///
    /// - Precondition: `variance >= 0`, `difference > 0`.
    /// - Complexity: O(1).
    public static func sampleSize(
        difference: Double,
        variance: Double,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) -> Int {
        precondition(difference > 0, "A difference to find is positive, got \(difference)")
        precondition(variance >= 0, "A variance is at least 0, got \(variance)")
        let ratio = multiplier(alpha: alpha, power: power) / difference
        return wholeProblems(ratio * ratio * variance)
    }

    /// Returns the problems needed to find a difference of paired binary results by McNemar's test.
    ///
    /// `(z_{1 - alpha/2} √p_d + z_power √(p_d - δ²))² / δ²`, rounded up, with `p_d` the share of
    /// problems that exactly one strategy solves.
    ///
    /// - Precondition: `0 < difference <= discordance <= 1`.
    /// - Complexity: O(1).
    public static func sampleSize(
        difference: Double,
        discordance: Double,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) -> Int {
        precondition(
            difference > 0 && difference <= discordance && discordance <= 1,
            "Needs 0 < difference <= discordance <= 1, got \(difference) and \(discordance)"
        )
        let spread = (discordance - difference * difference).squareRoot()
        let root = criticalValue(alpha) * discordance.squareRoot() + powerQuantile(power) * spread
        return wholeProblems(root * root / (difference * difference))
    }

    /// Returns the difference detectable at a standard error, `(z_{1 - alpha/2} + z_power) · SE`.
    ///
    /// - Precondition: `standardError >= 0`.
    /// - Complexity: O(1).
    public static func minimumDetectable(
        standardError: Double,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) -> Double {
        precondition(standardError >= 0, "A standard error is at least 0, got \(standardError)")
        return multiplier(alpha: alpha, power: power) * standardError
    }

    /// Returns the mean detectable with per-problem differences as spread out as these.
    ///
    /// - Returns: nil for fewer than two differences, or where all are equal (a standard error of at most
    ///   1e-12): without any spread the data do not tell what could have been found.
    /// - Complexity: O(n).
    public static func minimumDetectable(
        differences: [Double],
        alpha: Double = 0.05,
        power: Double = 0.8
    ) -> Double? {
        guard let estimate = MeanEstimate(differences), estimate.standardError > roundingNoise
        else { return nil }
        return minimumDetectable(
            standardError: estimate.standardError,
            alpha: alpha,
            power: power
        )
    }

    /// Returns the shift of one row's accuracy that `count` problems tell from a fixed value.
    ///
    /// `(z_{1 - alpha/2} + z_power) √(p̃(1 - p̃)/n)`, where `p̃` is the proportion moved to the centre
    /// of its Wilson interval, `(p + z²/2n) / (1 + z²/n)`. Without the move a row at 0 or 1 would
    /// claim to detect anything. Use 0.5 for a forecast, the least favourable value.
    ///
    /// - Precondition: `proportion` is in `0...1`; `count >= 1`.
    /// - Complexity: O(1).
    public static func minimumDetectable(
        proportion: Double,
        count: Int,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) -> Double {
        precondition((0...1).contains(proportion), "A proportion is in 0...1, got \(proportion)")
        precondition(count >= 1, "A proportion needs a problem, got \(count)")
        let z = criticalValue(alpha)
        let n = Double(count)
        let centre = (proportion + z * z / (2 * n)) / (1 + z * z / n)
        return multiplier(alpha: alpha, power: power) * (centre * (1 - centre) / n).squareRoot()
    }

    /// Returns the difference of paired binary results that `count` problems detect.
    ///
    /// Inverts ``sampleSize(difference:discordance:alpha:power:)``: the positive root `δ` of
    /// `(n + z_p²) δ² - 2 z_a √(n p_d) δ + (z_a² - z_p²) p_d = 0`.
    ///
    /// - Returns: nil where even a difference as large as the discordance would be missed.
    /// - Precondition: `discordance` is in `0...1`; `count >= 1`.
    /// - Complexity: O(1).
    public static func minimumDetectable(
        discordance: Double,
        count: Int,
        alpha: Double = 0.05,
        power: Double = 0.8
    ) -> Double? {
        precondition((0...1).contains(discordance), "Discordance is in 0...1, got \(discordance)")
        precondition(count >= 1, "A comparison needs a problem, got \(count)")
        let za = criticalValue(alpha)
        let zp = powerQuantile(power)
        let n = Double(count)
        let radicand = n + zp * zp - za * za
        guard radicand >= 0, discordance > 0 else { return nil }
        let root = za * n.squareRoot() + zp * radicand.squareRoot()
        let difference = discordance.squareRoot() * root / (n + zp * zp)
        return difference <= discordance ? difference : nil
    }

    /// Returns the difference detectable with the spread of bootstrap replicates, nil without any.
    static func minimumDetectable(_ distribution: BootstrapDistribution) -> Double? {
        guard let spread = distribution.standardError, spread > roundingNoise else { return nil }
        return minimumDetectable(standardError: spread)
    }

    /// The standard error up to which a spread is taken for rounding of equal numbers.
    private static let roundingNoise = 1e-12

    private static func criticalValue(_ alpha: Double) -> Double {
        precondition(alpha > 0 && alpha < 1, "A level is strictly between 0 and 1, got \(alpha)")
        return SpecialFunctions.normalQuantile(1 - alpha / 2)
    }

    private static func powerQuantile(_ power: Double) -> Double {
        precondition(power >= 0.5 && power < 1, "Power is in 0.5..<1, got \(power)")
        return SpecialFunctions.normalQuantile(power)
    }

    /// Rounds up, at least to 1, and traps on a size that no dataset has.
    private static func wholeProblems(_ size: Double) -> Int {
        precondition(size < 1e15, "The difference is too small to find with any dataset")
        return max(1, Int(size.rounded(.up)))
    }
}
