/// Describes the success rates of problems by a Beta distribution, and coverage by its moments.
///
/// A problem's rate is `p ~ Beta(alpha, beta)`, and its samples are independent given `p`. Then
/// `c(k) = 1 - B(alpha, beta + k) / B(alpha, beta)`. Compared with ``CoveragePowerLaw`` it
/// extrapolates better from few samples, and gives a posterior for each problem.
///
/// **Source**: section 1.8 of `algorithms.md`.
public struct BetaBinomialCoverage: Sendable, Hashable {
    /// The first shape parameter, positive; near 0 when many problems are never solved.
    public let alpha: Double
    /// The second shape parameter, positive.
    public let beta: Double

    /// The mean success rate, `alpha / (alpha + beta)`.
    public var mean: Double { alpha / (alpha + beta) }

    /// Creates a law from known shapes.
    public init(alpha: Double, beta: Double) {
        precondition(
            alpha > 0 && beta > 0 && alpha.isFinite && beta.isFinite,
            "The shapes are positive and finite, got \(alpha) and \(beta)"
        )
        self.alpha = alpha
        self.beta = beta
    }

    /// Fits the shapes by maximising the Beta-binomial likelihood of the counts.
    ///
    /// Damped Newton steps on the logarithms of the shapes. Counts no more spread than a binomial
    /// drive both shapes upwards; each is confined to `e^-14...e^14`, which then stands for "all
    /// problems have the same rate".
    ///
    /// - Returns: the fit, or nil where the counts do not determine one: no problem with two
    ///   samples, no success at all, or no failure at all.
    /// - Complexity: O(problems + most trials × iterations), with at most 500 iterations.
    public static func fit(_ counts: [SuccessCount]) -> Self? {
        guard counts.contains(where: { $0.trials >= 2 }),
            counts.contains(where: { $0.successes > 0 }),
            counts.contains(where: { $0.successes < $0.trials })
        else { return nil }
        return BetaBinomialLikelihood(counts).maximiser()
    }

    /// Returns the chance that at least one of `k` samples of a new problem is correct.
    ///
    /// Evaluated as `1 - Π_{i<k} (beta + i) / (alpha + beta + i)`, which does not cancel.
    ///
    /// - Precondition: `k >= 0`.
    /// - Complexity: O(k).
    public func coverage(at k: Int) -> Double {
        precondition(k >= 0, "Coverage needs k >= 0, got \(k)")
        var miss = 1.0
        for i in 0..<k {
            miss *= (beta + Double(i)) / (alpha + beta + Double(i))
        }
        return 1 - miss
    }

    /// Returns the law of one problem after seeing some of its samples.
    ///
    /// `Beta(alpha + successes, beta + failures)`: its ``mean`` is the posterior success rate, its
    /// ``coverage(at:)`` the chance that `k` further samples hold a success.
    ///
    /// - Complexity: O(1).
    public func posterior(after count: SuccessCount) -> Self {
        Self(
            alpha: alpha + Double(count.successes),
            beta: beta + Double(count.trials - count.successes)
        )
    }
}
