public import PonderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Scores a candidate by the geometric mean of its tokens' probabilities, in `0...1`.
///
/// The score is `exp(mean log p)`: the inverse of the perplexity. Long and short replies compare on
/// one scale, though short and repetitive ones tend to score higher.
///
/// **Cost.** No call: the policy's log-probabilities are read.
public struct MeanLogProbability: Verifier {
    /// Creates the verifier.
    public init() {}

    /// The name in configs.
    public var id: String { "mean-log-probability" }

    /// The chosen tokens' log-probabilities of the policy.
    public var needs: VerifierNeeds { VerifierNeeds(policyLogProbabilities: 0) }

    /// Scores each candidate; one without tokens is unreadable.
    public func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) -> [Verdict] {
        candidates.map { candidate in
            guard let tokens = candidate.tokens, !tokens.isEmpty else { return .unreadable }
            let sum = tokens.reduce(0) { $0 + $1.logProbability }
            let score = exp(sum / Double(tokens.count))
            return score.isFinite ? .score(min(score, 1)) : .unreadable
        }
    }
}
