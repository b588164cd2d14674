#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Holds the special functions that the estimators, intervals and tests are built from.
///
/// Everything is written here on top of `log`, `exp`, `sqrt` and `erfc`, so results do not depend on
/// which gamma function a platform ships.
public enum SpecialFunctions: Sendable {
    /// Returns the natural logarithm of the gamma function.
    ///
    /// Shifts the argument to at least 10 with `Γ(x + 1) = x Γ(x)`, then sums Stirling's series
    /// `(x - 1/2) ln x - x + ln(2π)/2 + 1/(12x) - 1/(360x³) + …` to the term in `x^-13`. The
    /// relative error is below 1e-13, the absolute error near the zeros at 1 and 2 below 1e-14.
    ///
    /// - Precondition: `x` is positive and finite.
    /// - Complexity: O(1).
    public static func logGamma(_ x: Double) -> Double {
        precondition(x > 0 && x.isFinite, "logGamma needs a positive finite argument, got \(x)")
        var shifted = x
        var product = 1.0
        while shifted < 10 {
            product *= shifted
            shifted += 1
        }
        let inverse = 1 / shifted
        let square = inverse * inverse
        let coefficients = [
            1 / 156.0, -691 / 360_360.0, 1 / 1188.0, -1 / 1680.0, 1 / 1260.0, -1 / 360.0, 1 / 12.0,
        ]
        let series = coefficients.reduce(0) { $0 * square + $1 } * inverse
        let halfLogTwoPi = 0.918_938_533_204_672_7
        return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + series - log(product)
    }

    /// Returns the natural logarithm of the binomial coefficient `C(n, k)`.
    ///
    /// Is `-infinity` where the coefficient is 0, that is for `k < 0` and `k > n`.
    ///
    /// - Precondition: `n >= 0`.
    /// - Complexity: O(1).
    public static func logBinomial(_ n: Int, _ k: Int) -> Double {
        precondition(n >= 0, "logBinomial needs n >= 0, got \(n)")
        guard k >= 0, k <= n else { return -.infinity }
        guard k > 0, k < n else { return 0 }
        let selected = logGamma(Double(k) + 1) + logGamma(Double(n - k) + 1)
        return logGamma(Double(n) + 1) - selected
    }

    /// Returns the natural logarithm of the beta function, `ln Γ(a) + ln Γ(b) - ln Γ(a + b)`.
    ///
    /// - Precondition: `a` and `b` are positive and finite.
    /// - Complexity: O(1).
    public static func logBeta(_ a: Double, _ b: Double) -> Double {
        logGamma(a) + logGamma(b) - logGamma(a + b)
    }
}
