extension PoolEstimator {
    /// Returns the chance that the best-scored sample of a random `k`-subset is correct.
    ///
    /// With samples sorted by score, rank `i` is the best of a subset with probability
    /// `C(n - i, k - 1) / C(n, k)`. Samples of equal score share the weight of their block, so a
    /// verifier that gives every sample the same score gets exactly the mean.
    ///
    /// - Parameters:
    ///   - scores: one verifier score for each sample, higher is better; infinities are allowed.
    ///   - correct: whether each sample is right, in the order of `scores`.
    ///   - k: samples drawn, in `1...scores.count`.
    /// - Returns: a value in `0...1`.
    /// - Precondition: no score is NaN.
    /// - Complexity: O(n log n).
    public static func bestOfK(scores: [Double], correct: [Bool], k: Int) -> Double {
        bestOfK(scores: scores, values: correct.map { $0 ? 1 : 0 }, k: k)
    }

    /// Returns the expected value of the best-scored sample of a random `k`-subset.
    ///
    /// The general form of ``bestOfK(scores:correct:k:)``: `values` may hold partial credit, a cost,
    /// or any other finite number of each sample.
    ///
    /// - Parameters:
    ///   - scores: one verifier score for each sample, higher is better; infinities are allowed.
    ///   - values: one finite number for each sample, in the order of `scores`.
    ///   - k: samples drawn, in `1...scores.count`.
    /// - Returns: a weighted mean of `values`.
    /// - Precondition: no score is NaN.
    /// - Complexity: O(n log n).
    public static func bestOfK(scores: [Double], values: [Double], k: Int) -> Double {
        precondition(
            scores.count == values.count,
            "\(scores.count) scores do not match \(values.count) values"
        )
        precondition(scores.allSatisfy { !$0.isNaN }, "A score must not be NaN")
        let n = scores.count
        checkPool(n: n, k: k)
        let order = scores.indices.sorted { scores[$0] > scores[$1] }
        var sum = 0.0
        var start = 0
        var missBefore = 1.0
        while start < n, missBefore > 0 {
            var end = start
            var block = 0.0
            var miss = missBefore
            while end < n, scores[order[end]] == scores[order[start]] {
                block += values[order[end]]
                // C(n - end - 1, k) / C(n - end, k): no sample of the subset among the first ranks.
                miss *= Double(max(0, n - end - k)) / Double(n - end)
                end += 1
            }
            sum += (missBefore - miss) * (block / Double(end - start))
            start = end
            missBefore = miss
        }
        return sum
    }

    /// Returns the expected score of the best-scored sample of a random `k`-subset.
    ///
    /// Set beside ``bestOfK(scores:correct:k:)`` it shows over-optimisation: a score that keeps
    /// rising with `k` while correctness falls.
    ///
    /// - Parameters:
    ///   - scores: one finite verifier score for each sample.
    ///   - k: samples drawn, in `1...scores.count`.
    /// - Returns: a value between the mean and the greatest of `scores`.
    /// - Complexity: O(n log n).
    public static func expectedBestScore(scores: [Double], k: Int) -> Double {
        precondition(scores.allSatisfy(\.isFinite), "An expected score needs finite scores")
        return bestOfK(scores: scores, values: scores, k: k)
    }
}
