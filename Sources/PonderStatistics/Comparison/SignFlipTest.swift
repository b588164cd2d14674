/// Tests whether paired differences centre on zero by flipping their signs at random.
///
/// Under the hypothesis that both strategies are exchangeable on every problem, each difference is
/// as likely as its negative.
///
/// **Source**: Good, *Permutation, Parametric and Bootstrap Tests of Hypotheses*, 3rd edition, 2005.
public enum SignFlipTest: Sendable {
    /// Returns the two-sided p-value `(1 + #{|sum*| >= |sum|}) / (flips + 1)`.
    ///
    /// Differences of 0 do not matter; if all are 0 the value is 1. Sums within a relative 1e-12 of
    /// the observed one count as equal to it, so that rounding cannot decide.
    ///
    /// - Returns: a value in `1/(flips + 1)...1`, or nil for no differences.
    /// - Parameters:
    ///   - differences: one finite difference for each problem.
    ///   - flips: random sign vectors, at least 1.
    ///   - seed: determines the sign vectors.
    /// - Complexity: O(problems × flips).
    public static func pValue(
        differences: [Double],
        flips: Int = 10_000,
        seed: UInt64
    ) -> Double? {
        precondition(flips >= 1, "A sign-flip test needs a flip, got \(flips)")
        precondition(differences.allSatisfy(\.isFinite), "A sign-flip test needs finite values")
        guard !differences.isEmpty else { return nil }
        let values = differences.filter { $0 != 0 }
        let tolerance = 1e-12 * values.reduce(0) { $0 + abs($1) }
        let threshold = abs(values.reduce(0, +)) - tolerance
        var generator = ResamplingGenerator(seed: seed)
        var extreme = 0
        for _ in 0..<flips {
            var sum = 0.0
            var bits: UInt64 = 0
            for (index, value) in values.enumerated() {
                if index % 64 == 0 { bits = generator.next() }
                sum += bits & 1 == 0 ? value : -value
                bits >>= 1
            }
            if abs(sum) >= threshold { extreme += 1 }
        }
        return Double(1 + extreme) / Double(flips + 1)
    }
}
