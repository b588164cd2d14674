/// How the accuracy of a row is estimated.
public enum Estimator: String, Hashable, Sendable {
    /// From the run as it went.
    case realised
    /// As the expectation over permutations of a pool of draws.
    case permutations
}
