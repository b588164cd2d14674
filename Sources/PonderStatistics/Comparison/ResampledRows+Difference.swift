extension ResampledRows {
    /// Compares two rows' accuracies problem by problem, whatever they cost.
    ///
    /// - Returns: the comparison, or nil when there are no problems.
    /// - Complexity: O(problems × replicates).
    public func accuracyDifference(
        of first: Int,
        minus second: Int,
        level: Double = 0.95,
        method: IntervalMethod = .bca
    ) -> PairedDifference? {
        check(first)
        check(second)
        return matrix.pairedDifference(
            rows[first].scores,
            minus: rows[second].scores,
            level: level,
            method: method
        )
    }
}
