#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Evaluates and maximises the Beta-binomial likelihood of success counts.
///
/// For integer counts `B(α + c, β + n - c) / B(α, β)` is a ratio of rising factorials, so with
/// `s_i` problems of more than `i` successes, `f_i` of more than `i` failures and `t_i` of more than
/// `i` trials, the log-likelihood is `Σ s_i ln(α + i) + f_i ln(β + i) - t_i ln(α + β + i)`: one pass
/// over `i`, whatever the number of problems.
struct BetaBinomialLikelihood {
    /// The log-likelihood with its gradient and Hessian in `(ln α, ln β)`.
    private struct Expansion {
        var value = 0.0
        var gradient = (0.0, 0.0)
        var hessian = (aa: 0.0, ab: 0.0, bb: 0.0)
    }

    private let successTail: [Double]
    private let failureTail: [Double]
    private let trialTail: [Double]
    private let bound = 14.0

    init(_ counts: [SuccessCount]) {
        successTail = Self.tail(counts.map(\.successes))
        failureTail = Self.tail(counts.map { $0.trials - $0.successes })
        trialTail = Self.tail(counts.map(\.trials))
    }

    /// Returns the shapes of greatest likelihood inside the bounds.
    func maximiser() -> BetaBinomialCoverage {
        let rate = successTail.reduce(0, +) / trialTail.reduce(0, +)
        var point = (log(2 * rate), log(2 * (1 - rate)))
        var current = expand(point)
        var damping = 1e-3
        for _ in 0..<500 {
            guard let step = newtonStep(current, damping: damping) else {
                damping *= 10
                continue
            }
            let next = (clamp(point.0 + step.0), clamp(point.1 + step.1))
            let candidate = expand(next)
            let moved = max(abs(next.0 - point.0), abs(next.1 - point.1))
            if candidate.value >= current.value {
                point = next
                current = candidate
                damping = max(damping / 10, 1e-12)
            } else {
                damping *= 10
            }
            if moved < 1e-10 { break }
        }
        return BetaBinomialCoverage(alpha: exp(point.0), beta: exp(point.1))
    }

    /// Solves `(damping·scale·I - H) step = gradient`, or returns nil where that is not an ascent.
    private func newtonStep(_ at: Expansion, damping: Double) -> (Double, Double)? {
        let shift = damping * max(1, abs(at.hessian.aa) + abs(at.hessian.bb))
        let aa = shift - at.hessian.aa
        let bb = shift - at.hessian.bb
        let ab = -at.hessian.ab
        let determinant = aa * bb - ab * ab
        guard aa > 0, determinant > 0 else { return nil }
        let first = (bb * at.gradient.0 - ab * at.gradient.1) / determinant
        let second = (aa * at.gradient.1 - ab * at.gradient.0) / determinant
        let length = max(abs(first), abs(second))
        let scale = length > 2 ? 2 / length : 1
        return (first * scale, second * scale)
    }

    private func expand(_ point: (Double, Double)) -> Expansion {
        let alpha = exp(point.0)
        let beta = exp(point.1)
        let (valueA, slopeA, curveA) = Self.sums(successTail, alpha)
        let (valueB, slopeB, curveB) = Self.sums(failureTail, beta)
        let (valueT, slopeT, curveT) = Self.sums(trialTail, alpha + beta)
        var result = Expansion()
        result.value = valueA + valueB - valueT
        result.gradient = (alpha * (slopeA - slopeT), beta * (slopeB - slopeT))
        result.hessian.aa = result.gradient.0 + alpha * alpha * (curveT - curveA)
        result.hessian.bb = result.gradient.1 + beta * beta * (curveT - curveB)
        result.hessian.ab = alpha * beta * curveT
        return result
    }

    private func clamp(_ value: Double) -> Double { min(bound, max(-bound, value)) }

    /// Returns, for each `i`, how many counts exceed `i`.
    private static func tail(_ counts: [Int]) -> [Double] {
        var tail = [Double](repeating: 0, count: counts.max() ?? 0)
        for count in counts where count > 0 { tail[count - 1] += 1 }
        for i in tail.indices.dropLast().reversed() { tail[i] += tail[i + 1] }
        return tail
    }

    /// Returns `Σ w_i ln(x + i)`, `Σ w_i / (x + i)` and `Σ w_i / (x + i)²`.
    private static func sums(_ tail: [Double], _ x: Double) -> (Double, Double, Double) {
        var result = (0.0, 0.0, 0.0)
        for (i, weight) in tail.enumerated() {
            let inverse = 1 / (x + Double(i))
            result.0 -= weight * log(inverse)
            result.1 += weight * inverse
            result.2 += weight * inverse * inverse
        }
        return result
    }
}
