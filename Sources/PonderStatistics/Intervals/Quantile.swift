/// Computes quantiles of a sample by linear interpolation between order statistics.
///
/// With `n` sorted values the quantile at `p` lies at position `p (n - 1)`, counted from 0. This is
/// type 7 of Hyndman and Fan and the default of NumPy.
///
/// **Source**: Hyndman and Fan, *Sample Quantiles in Statistical Packages*, The American
/// Statistician 50 (1996), doi:10.2307/2684934.
public enum Quantile: Sendable {
    /// Returns the quantile of values in any order, or nil for no values.
    ///
    /// - Precondition: `probability` is in `0...1`; no value is NaN.
    /// - Complexity: O(n log n).
    public static func linear(_ values: [Double], at probability: Double) -> Double? {
        precondition(values.allSatisfy { !$0.isNaN }, "A quantile needs values that are not NaN")
        return linear(sorted: values.sorted(), at: probability)
    }

    /// Returns the quantile of values in ascending order, or nil for no values.
    ///
    /// Infinities are values like any other: between a finite value and an infinity, any position
    /// past the finite one is infinite.
    ///
    /// - Precondition: `probability` is in `0...1`; `values` ascend.
    /// - Complexity: O(1).
    public static func linear(sorted values: [Double], at probability: Double) -> Double? {
        precondition(
            (0...1).contains(probability),
            "A probability is in 0...1, got \(probability)"
        )
        guard !values.isEmpty else { return nil }
        let position = probability * Double(values.count - 1)
        let index = min(Int(position), values.count - 1)
        let fraction = position - Double(index)
        let low = values[index]
        guard fraction > 0, index + 1 < values.count, values[index + 1] != low else { return low }
        return low + fraction * (values[index + 1] - low)
    }
}
