#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Describes coverage by the exponentiated power law `c(k) = exp(a k^-b)`.
///
/// **Source**: Brown et al., *Large Language Monkeys*, 2024, arXiv 2407.21787.
public struct CoveragePowerLaw: Sendable, Hashable {
    /// The factor `a`, negative: `exp(a)` is the coverage of one sample.
    public let a: Double
    /// The exponent `b`; positive where coverage grows with the number of samples.
    public let b: Double

    /// Creates a law from known parameters.
    public init(a: Double, b: Double) {
        precondition(a < 0 && a.isFinite && b.isFinite, "The law needs finite a < 0 and finite b")
        self.a = a
        self.b = b
    }

    /// Fits the law by weighted least squares of `log(-log c)` on `log k`.
    ///
    /// The slope is `-b`, the intercept `log(-a)`. Points with a coverage of 0 or 1 or a weight of 0
    /// carry no finite position on that scale and are dropped.
    ///
    /// - Returns: the law, or nil when fewer than two different `k` remain, or the points are so
    ///   contradictory that `a` is not a finite negative number.
    /// - Complexity: O(points).
    public static func fit(_ points: [CoveragePoint]) -> Self? {
        let usable = points.filter { $0.coverage > 0 && $0.coverage < 1 && $0.weight > 0 }
        guard Set(usable.map(\.k)).count >= 2 else { return nil }
        var total = 0.0
        var meanX = 0.0
        var meanY = 0.0
        for point in usable {
            total += point.weight
            meanX += point.weight * log(Double(point.k))
            meanY += point.weight * log(-log(point.coverage))
        }
        meanX /= total
        meanY /= total
        var covariance = 0.0
        var variance = 0.0
        for point in usable {
            let x = log(Double(point.k)) - meanX
            covariance += point.weight * x * (log(-log(point.coverage)) - meanY)
            variance += point.weight * x * x
        }
        let slope = covariance / variance
        let a = -exp(meanY - slope * meanX)
        return a < 0 && a.isFinite ? Self(a: a, b: -slope) : nil
    }

    /// Returns the coverage the law predicts for `k` samples, in `0...1`.
    ///
    /// - Precondition: `k >= 1`.
    /// - Complexity: O(1).
    public func coverage(at k: Int) -> Double {
        precondition(k >= 1, "Coverage needs k >= 1, got \(k)")
        return exp(a * exp(-b * log(Double(k))))
    }
}
