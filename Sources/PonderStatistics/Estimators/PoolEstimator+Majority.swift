extension PoolEstimator {
    /// Returns maj@k, the chance that the plurality of a random `k`-subset is correct.
    ///
    /// A tie for the lead counts `1/(ties)`. Unreadable samples take up places in the subset but
    /// never vote, and a subset without any readable sample counts 0.
    ///
    /// For each number `j` of correct samples drawn, every other answer may be drawn at most `j`
    /// times, and `t` of them exactly `j` times. With `q(j, t)` the number of ways to do that,
    ///
    ///     maj@k = 1/C(n, k) · Σ_j C(correct, j) Σ_t q(j, t) / (1 + t).
    ///
    /// `q` is a coefficient of a product of polynomials. Answers seen fewer than `j` times, and
    /// unreadable samples, can neither lead nor tie, so they collapse into one free block.
    ///
    /// **Source**: the polynomial method of section 1.6 of `algorithms.md`. The estimand is the
    /// self-consistency of Wang et al., 2022, arXiv 2203.11171.
    ///
    /// - Parameters:
    ///   - correct: samples with the right answer, at least 0.
    ///   - others: samples of each distinct wrong answer, in any order, each at least 0.
    ///   - unreadable: samples from which no answer could be read, at least 0.
    ///   - k: samples drawn, in `1...n` where `n` is the sum of all counts.
    /// - Returns: a value in `0...1`.
    /// - Complexity: O(n k² log k) in the worst case, O((n + k) k) when no wrong answer repeats.
    ///   The relative error is about 1e-13 for `n` up to 1,000 and 1e-11 beyond.
    public static func majorityAtK(
        correct: Int,
        others: [Int],
        unreadable: Int,
        k: Int
    ) -> Double {
        precondition(
            correct >= 0 && unreadable >= 0 && others.allSatisfy { $0 >= 0 },
            "Answer counts are >= 0"
        )
        let n = correct + others.reduce(0, +) + unreadable
        checkPool(n: n, k: k)
        let weights = SubsetWeights(n: n, k: k)
        let rivals = others.filter { $0 > 0 }.sorted(by: >)
        let rivalRows = rivals.map { weights.row($0, through: k) }
        let correctRow = weights.row(correct, through: k)
        var sum = 0.0
        for leaders in stride(from: 1, through: min(correct, k), by: 1) {
            let strong = rivals.prefix { $0 >= leaders }.count
            let free = unreadable + rivals[strong...].reduce(0, +)
            let ways = winningShare(
                leaders: leaders,
                places: k - leaders,
                rivals: rivalRows[..<strong],
                free: weights.row(free, through: k - leaders)
            )
            sum += correctRow[leaders] * ways
        }
        return min(1, sum / weights.total)
    }

    /// Sums `q(j, t) / (1 + t)` over `t` for one number of correct samples drawn.
    ///
    /// `table[t][d]` counts the draws of `d` samples from the rivals seen so far, of which `t`
    /// rivals reach `leaders` and none exceeds it.
    private static func winningShare(
        leaders: Int,
        places: Int,
        rivals: ArraySlice<[Double]>,
        free: [Double]
    ) -> Double {
        let maximumTies = min(rivals.count, places / leaders)
        var table = [[Double]](
            repeating: [Double](repeating: 0, count: places + 1),
            count: maximumTies + 1
        )
        table[0][0] = 1
        for (seen, rival) in rivals.enumerated() {
            for ties in stride(from: min(maximumTies, seen + 1), through: 0, by: -1) {
                // Rivals that do not tie draw fewer than `leaders` samples each.
                let highest = min(places, ties + (seen + 1) * (leaders - 1))
                let degrees = stride(from: highest, through: ties * leaders, by: -1)
                multiply(&table, row: ties, by: rival, leaders: leaders, degrees: degrees)
            }
        }
        var sum = 0.0
        for ties in 0...maximumTies {
            var ways = 0.0
            for drawn in max(0, places - free.count + 1)..<(places + 1) {
                ways += table[ties][drawn] * free[places - drawn]
            }
            sum += ways / Double(1 + ties)
        }
        return sum
    }

    /// Multiplies one tie row by a rival's polynomial, highest degree first so it can be in place.
    private static func multiply(
        _ table: inout [[Double]],
        row ties: Int,
        by rival: [Double],
        leaders: Int,
        degrees: StrideThrough<Int>
    ) {
        for degree in degrees {
            var value = 0.0
            for drawn in 0..<min(leaders, degree + 1) {
                value += table[ties][degree - drawn] * rival[drawn]
            }
            if ties > 0, degree >= leaders {
                value += table[ties - 1][degree - leaders] * rival[leaders]
            }
            table[ties][degree] = value
        }
    }
}
