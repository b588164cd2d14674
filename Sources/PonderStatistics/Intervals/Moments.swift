/// Summarises numbers by their mean and their sums of squared and cubed deviations.
///
/// Sums run from first to last, so equal inputs give equal results bit for bit.
struct Moments {
    let count: Int
    let mean: Double
    let squares: Double
    let cubes: Double

    /// Creates the summary, or nil for no numbers.
    init?(_ values: [Double]) {
        guard !values.isEmpty else { return nil }
        count = values.count
        let centre = values.reduce(0, +) / Double(values.count)
        mean = centre
        squares = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
        cubes = values.reduce(0) { $0 + ($1 - centre) * ($1 - centre) * ($1 - centre) }
    }

    /// The sample standard deviation with denominator `n - 1`, nil for one number.
    var standardDeviation: Double? {
        count > 1 ? (squares / Double(count - 1)).squareRoot() : nil
    }
}
