#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Tests whether two strategies with one binary result per problem are equally accurate.
///
/// Only discordant problems, those that exactly one strategy solved, carry information. Where each
/// problem has a rate averaged over replays, use ``SignFlipTest`` or the bootstrap instead.
///
/// **Source**: McNemar, Psychometrika 12 (1947), doi:10.1007/BF02295996; mid-p: Fagerland, Lydersen
/// and Laake, BMC Medical Research Methodology 13:91 (2013), doi:10.1186/1471-2288-13-91.
public struct McNemarTest: Sendable, Hashable {
    /// The problems that only the first strategy solved, at least 0.
    public let firstOnly: Int
    /// The problems that only the second strategy solved, at least 0.
    public let secondOnly: Int

    /// Creates the test from the two discordant counts.
    public init(firstOnly: Int, secondOnly: Int) {
        precondition(
            firstOnly >= 0 && secondOnly >= 0,
            "Discordant counts are >= 0, got \(firstOnly) and \(secondOnly)"
        )
        self.firstOnly = firstOnly
        self.secondOnly = secondOnly
    }

    /// Creates the test from both strategies' results on the same problems, in the same order.
    ///
    /// - Complexity: O(problems).
    public init(first: [Bool], second: [Bool]) {
        precondition(
            first.count == second.count,
            "\(first.count) results do not pair with \(second.count)"
        )
        self.init(
            firstOnly: zip(first, second).count { $0 && !$1 },
            secondOnly: zip(first, second).count { !$0 && $1 }
        )
    }

    /// The exact two-sided p-value, `min(1, 2 Σ_{i <= min} C(b + c, i) / 2^(b + c))`.
    ///
    /// Is 1 where both counts are equal, also when both are 0.
    ///
    /// - Complexity: O(discordant problems).
    public var exactPValue: Double {
        guard firstOnly != secondOnly else { return 1 }
        return min(1, 2 * lowerTail)
    }

    /// The mid-p value: the exact one less the probability of the observed count.
    ///
    /// Less conservative than the exact test; its level stays close to nominal.
    ///
    /// - Complexity: O(discordant problems).
    public var midPValue: Double {
        guard firstOnly != secondOnly else { return 1 }
        let total = firstOnly + secondOnly
        let logMass =
            SpecialFunctions.logBinomial(total, min(firstOnly, secondOnly))
            - Double(total) * log(2)
        return min(1, max(0, 2 * lowerTail - exp(logMass)))
    }

    /// The continuity-corrected statistic `(|b - c| - 1)² / (b + c)`; nil without discordance.
    ///
    /// The correction never crosses zero: equal counts give 0.
    public var chiSquare: Double? {
        guard firstOnly + secondOnly > 0 else { return nil }
        let distance = Double(max(0, abs(firstOnly - secondOnly) - 1))
        return distance * distance / Double(firstOnly + secondOnly)
    }

    /// The p-value of ``chiSquare`` on one degree of freedom, `erfc(√(χ²/2))`; nil where that is.
    public var chiSquarePValue: Double? {
        chiSquare.map { erfc(($0 / 2).squareRoot()) }
    }

    /// `P(X <= min(b, c))` for `X ~ Bin(b + c, 1/2)` with unequal counts.
    private var lowerTail: Double {
        SpecialFunctions.betaTail(
            leader: min(firstOnly, secondOnly),
            runnerUp: max(firstOnly, secondOnly) - 1
        )
    }
}
