extension SpecialFunctions {
    /// Returns the distribution function of Student's t with `degreesOfFreedom`.
    ///
    /// For `t >= 0` it is `1 - I_x(ν/2, 1/2) / 2` with `x = ν / (ν + t²)`; negative arguments follow
    /// by symmetry.
    ///
    /// - Precondition: `degreesOfFreedom` is positive and finite; `t` is not NaN.
    /// - Complexity: O(√degreesOfFreedom).
    public static func studentTCDF(_ t: Double, degreesOfFreedom: Double) -> Double {
        precondition(!t.isNaN, "Student's t is not defined at NaN")
        guard t.isFinite else { return t < 0 ? 0 : 1 }
        let x = degreesOfFreedom / (degreesOfFreedom + t * t)
        let tail = regularizedIncompleteBeta(x, a: degreesOfFreedom / 2, b: 0.5) / 2
        return t < 0 ? tail : 1 - tail
    }

    /// Returns the quantile of Student's t, by bisection of its distribution function.
    ///
    /// The result is exact to a relative error of about 1e-9 for probabilities in `1e-6...1 - 1e-6`.
    ///
    /// - Precondition: `probability` is strictly between 0 and 1; `degreesOfFreedom >= 1`.
    /// - Complexity: O(√degreesOfFreedom), about 100 evaluations of the distribution function.
    public static func studentTQuantile(
        _ probability: Double,
        degreesOfFreedom: Double
    ) -> Double {
        precondition(
            probability > 0 && probability < 1,
            "A quantile of t needs a probability strictly between 0 and 1, got \(probability)"
        )
        precondition(
            degreesOfFreedom >= 1,
            "Student's t needs a degree of freedom, got \(degreesOfFreedom)"
        )
        guard probability != 0.5 else { return 0 }
        let upper = max(probability, 1 - probability)
        var low = 0.0
        var high = 2.0
        while studentTCDF(high, degreesOfFreedom: degreesOfFreedom) < upper, high < 1e150 {
            low = high
            high *= 2
        }
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if studentTCDF(middle, degreesOfFreedom: degreesOfFreedom) < upper {
                low = middle
            } else {
                high = middle
            }
        }
        let magnitude = (low + high) / 2
        return probability < 0.5 ? -magnitude : magnitude
    }
}
