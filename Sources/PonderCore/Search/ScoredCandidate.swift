/// A candidate and what a verifier said of it.
public struct ScoredCandidate: Hashable, Sendable {
    /// The candidate.
    public var candidate: Candidate

    /// The verdict; `nil` when no verifier was asked.
    public var verdict: Verdict?

    /// Creates a pair.
    public init(candidate: Candidate, verdict: Verdict? = nil) {
        self.candidate = candidate
        self.verdict = verdict
    }
}
