/// Holds the measured coverage at one number of samples, for fitting a coverage law.
public struct CoveragePoint: Sendable, Hashable {
    /// The number of samples, at least 1.
    public let k: Int
    /// The mean pass@k over problems, in `0...1`.
    public let coverage: Double
    /// The weight in the fit, at least 0; the inverse bootstrap variance is a good choice.
    public let weight: Double

    /// Creates a point; equal weights give an ordinary least-squares fit.
    public init(k: Int, coverage: Double, weight: Double = 1) {
        precondition(k >= 1, "Coverage needs k >= 1, got \(k)")
        precondition((0...1).contains(coverage), "Coverage is in 0...1, got \(coverage)")
        precondition(weight >= 0 && weight.isFinite, "A weight is finite and >= 0, got \(weight)")
        self.k = k
        self.coverage = coverage
        self.weight = weight
    }
}
