/// Holds the difference of two strategies' mean scores on the same problems.
public struct PairedDifference: Sendable, Hashable {
    /// The mean of the first strategy less the mean of the second.
    public let estimate: Double
    /// The cluster bootstrap interval, nil for a single problem.
    public let interval: ConfidenceInterval?
    /// The standard error `sd(d) / √n` of per-problem differences, nil for a single problem.
    public let standardError: Double?
    /// The correlation of the two scores over problems, nil where either has no spread.
    public let correlation: Double?
    /// The two-sided bootstrap p-value of "no difference", nil for a single problem.
    public let pValue: Double?
    /// The difference found with 80% power at a two-sided 5% level, given the spread observed.
    ///
    /// Nil where no spread was observed: then the data do not tell what could have been found.
    public let minimumDetectable: Double?
    /// The number of problems.
    public let problemCount: Int
}
