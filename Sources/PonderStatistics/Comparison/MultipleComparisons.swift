/// Adjusts p-values for the number of comparisons made.
public enum MultipleComparisons: Sendable {
    /// Returns Holm's adjusted p-values, in the order given; controls the family-wise error.
    ///
    /// With `m` values sorted ascending, `p̃_(i) = max_{j<=i} min(1, (m - j + 1) p_(j))`.
    ///
    /// **Source**: Holm, Scandinavian Journal of Statistics 6 (1979), pages 65 to 70.
    ///
    /// - Precondition: every value is in `0...1`.
    /// - Complexity: O(m log m).
    public static func holm(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        var adjusted = pValues
        var running = 0.0
        for (rank, index) in order.enumerated() {
            running = max(running, min(1, Double(order.count - rank) * pValues[index]))
            adjusted[index] = running
        }
        return adjusted
    }

    /// Returns Benjamini and Hochberg's q-values, in the order given; controls false discoveries.
    ///
    /// With `m` values sorted ascending, `q_(i) = min_{j>=i} min(1, m p_(j) / j)`.
    ///
    /// **Source**: Benjamini and Hochberg, JRSS B 57 (1995),
    /// doi:10.1111/j.2517-6161.1995.tb02031.x.
    ///
    /// - Precondition: every value is in `0...1`.
    /// - Complexity: O(m log m).
    public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
        let order = ascending(pValues)
        var adjusted = pValues
        var running = 1.0
        for (rank, index) in order.enumerated().reversed() {
            running = min(running, Double(order.count) * pValues[index] / Double(rank + 1))
            adjusted[index] = running
        }
        return adjusted
    }

    private static func ascending(_ pValues: [Double]) -> [Int] {
        precondition(pValues.allSatisfy((0...1).contains), "A p-value is in 0...1")
        return pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    }
}
