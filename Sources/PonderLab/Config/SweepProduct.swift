/// Combines the values of several sweeps.
enum SweepProduct {
    /// Returns every combination of one value per axis, the last axis fastest.
    ///
    /// - Returns: `nil` if there are more than `limit`.
    static func combinations<Value>(of axes: [[Value]], limit: Int) -> [[Value]]? {
        var count = 1
        for axis in axes {
            let (product, overflow) = count.multipliedReportingOverflow(by: axis.count)
            guard !overflow, product <= limit else { return nil }
            count = product
        }
        return axes.reduce([[]]) { combinations, axis in
            combinations.flatMap { combination in axis.map { combination + [$0] } }
        }
    }
}
