#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Estimates from a pool of `n` samples of one problem what `k` samples would have scored.
///
/// Every function is the exact expectation over the `C(n, k)` equally likely subsets of size `k`,
/// drawn without replacement. Each is therefore unbiased for `k` fresh samples, and has no
/// Monte-Carlo error. Average over problems afterwards; the unit of independence is the problem.
///
/// A pool smaller than `k` carries no unbiased estimate: asking for one is a programmer error.
public enum PoolEstimator: Sendable {
    /// Returns pass@k, the probability that a random `k`-subset holds a correct sample.
    ///
    /// `1 - C(n - c, k) / C(n, k)`, evaluated as `1 - Π_{i = n-c+1..n} (1 - k/i)`. This is an oracle
    /// metric: it says what a perfect selector would reach.
    ///
    /// **Source**: Chen et al., *Evaluating Large Language Models Trained on Code*, 2021, arXiv
    /// 2107.03374.
    ///
    /// - Parameters:
    ///   - n: samples in the pool, at least `k`.
    ///   - c: correct samples, in `0...n`.
    ///   - k: samples drawn, at least 1.
    /// - Returns: a value in `0...1`.
    /// - Complexity: O(c).
    public static func passAtK(n: Int, c: Int, k: Int) -> Double {
        checkPool(n: n, k: k)
        precondition((0...n).contains(c), "Correct samples are in 0...\(n), got \(c)")
        guard n - c >= k else { return 1 }
        var miss = 1.0
        for i in (n - c + 1)..<(n + 1) {
            miss *= 1 - Double(k) / Double(i)
        }
        return 1 - miss
    }

    /// Returns the variance of ``passAtK(n:c:k:)`` over pools, when each sample is right with `p`.
    ///
    /// `Σ_c Bin(c; n, p) f(c)² - (Σ_c Bin(c; n, p) f(c))²` with `f` the estimator. Serves to plan
    /// pool sizes. With the plug-in `p = c/n` it is too small at `c = 0` and `c = n`.
    ///
    /// - Parameters:
    ///   - n: samples in the pool, at least `k`.
    ///   - p: chance that one sample is correct, in `0...1`.
    ///   - k: samples drawn, at least 1.
    /// - Returns: the variance, in `0...0.25`.
    /// - Complexity: O(n²).
    public static func passAtKVariance(n: Int, p: Double, k: Int) -> Double {
        checkPool(n: n, k: k)
        precondition((0...1).contains(p), "A success probability is in 0...1, got \(p)")
        guard p > 0, p < 1 else { return 0 }
        let mean = 1 - exp(Double(k) * log1p(-p))
        var variance = 0.0
        for c in 0...n {
            let logMass =
                SpecialFunctions.logBinomial(n, c) + Double(c) * log(p) + Double(n - c) * log1p(-p)
            let deviation = passAtK(n: n, c: c, k: k) - mean
            variance += exp(logMass) * deviation * deviation
        }
        return variance
    }

    /// Returns the pass@k of pure guessing among `choices` options, `1 - (1 - 1/choices)^k`.
    ///
    /// Print it beside coverage on multiple-choice tasks, where coverage tends to 1 with no skill.
    ///
    /// - Precondition: `choices >= 1` and `k >= 0`.
    /// - Complexity: O(1).
    public static func guessingCoverage(choices: Int, k: Int) -> Double {
        precondition(choices >= 1 && k >= 0, "Guessing needs choices >= 1 and k >= 0")
        guard choices > 1 else { return k > 0 ? 1 : 0 }
        return -expm1(Double(k) * log1p(-1 / Double(choices)))
    }

    /// Traps unless `1 <= k <= n`.
    static func checkPool(n: Int, k: Int) {
        precondition(k >= 1, "A subset holds at least one sample, got k = \(k)")
        precondition(k <= n, "A pool of \(n) samples has no subset of \(k)")
    }
}
