/// What a verifier says of one candidate.
public enum Verdict: Hashable, Sendable {
    /// A score in `0...1`, higher is better, unless the verifier documents another range.
    case score(Double)
    /// The verifier's reply could not be read.
    case unreadable
    /// The budget refused the call, or the call failed.
    case missing

    /// The score, if there is one.
    public var score: Double? {
        guard case .score(let score) = self else { return nil }
        return score
    }
}
