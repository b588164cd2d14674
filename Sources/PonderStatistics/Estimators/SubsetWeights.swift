#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Counts the ways to draw `i` of `m` samples, scaled so that products over classes stay finite.
///
/// Up to a pool of 1,000 the counts are plain binomial coefficients: each partial product counts
/// some of the `C(n, k) < 2^1000` subsets, so nothing overflows, and small cases are exact integers.
/// Beyond that each count is tilted to `C(m, i) x^i (1 - x)^(m - i)` with `x = k/n`: the probability
/// that `i` of `m` samples are kept when each is kept independently with `x`. The tilt cancels
/// against the total, since every `k`-subset carries the same factor `x^k (1 - x)^(n - k)`.
struct SubsetWeights {
    private let logOdds: (keep: Double, drop: Double)?
    /// The scaled number of all `k`-subsets of the pool.
    let total: Double

    init(n: Int, k: Int) {
        if n <= 1000 {
            logOdds = nil
            total = Self.binomials(n, through: k)[k]
        } else {
            let share = Double(k) / Double(n)
            let odds = (keep: log(share), drop: log1p(-share))
            logOdds = odds
            total = Self.tilted(n, k, odds)
        }
    }

    /// Returns the scaled counts for `i` in `0...min(m, limit)`.
    func row(_ m: Int, through limit: Int) -> [Double] {
        let last = min(m, limit)
        guard let logOdds else { return Self.binomials(m, through: last) }
        return (0...last).map { Self.tilted(m, $0, logOdds) }
    }

    private static func binomials(_ m: Int, through last: Int) -> [Double] {
        var row = [1.0]
        row.reserveCapacity(last + 1)
        for i in 0..<last {
            row.append(row[i] * Double(m - i) / Double(i + 1))
        }
        return row
    }

    private static func tilted(
        _ m: Int,
        _ i: Int,
        _ odds: (keep: Double, drop: Double)
    ) -> Double {
        // A whole pool is drawn with x = 1: its factor (1 - x)^0 is 1, not exp(0 * -infinity).
        let dropped = m == i ? 0 : Double(m - i) * odds.drop
        return exp(SpecialFunctions.logBinomial(m, i) + Double(i) * odds.keep + dropped)
    }
}
