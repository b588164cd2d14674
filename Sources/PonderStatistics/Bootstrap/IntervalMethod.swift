/// Names the way in which bootstrap replicates become an interval.
public enum IntervalMethod: Sendable, Hashable, CaseIterable {
    /// Takes the quantiles of the replicates as they are; covers too little below 50 problems.
    case percentile
    /// Corrects the quantiles for bias and skewness with a jackknife over problems.
    case bca
}
