public import PonderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Scores a candidate by how far its token distributions are from uniform, 0 and above.
///
/// Per token, `-log V - (1/V) Σ log p(j)`: the divergence of the uniform distribution from the
/// model's, averaged over the tokens. Models return only some alternatives; the mass that is
/// missing counts as spread evenly over the rest of the vocabulary, so scores with different
/// numbers of alternatives do not compare.
///
/// **Source.** Kang, Zhao and Song, "Scalable Best-of-N Selection for Large Language Models via
/// Self-Certainty", 2025, arXiv 2502.18581.
///
/// **Cost.** No call: the policy's log-probabilities are read.
public struct SelfCertainty: Verifier {
    /// How many alternatives per position are read; at least 1.
    public let alternatives: Int

    /// The size of the vocabulary, above `alternatives`.
    public let vocabulary: Int

    /// Creates the verifier.
    public init(alternatives: Int = 20, vocabulary: Int = 151_936) {
        precondition(alternatives >= 1, "alternatives must be at least 1, not \(alternatives)")
        precondition(vocabulary > 1, "vocabulary must be above 1, not \(vocabulary)")
        self.alternatives = alternatives
        self.vocabulary = vocabulary
    }

    /// The name in configs.
    public var id: String { "self-certainty" }

    /// The likeliest alternatives of the policy.
    public var needs: VerifierNeeds { VerifierNeeds(policyLogProbabilities: alternatives) }

    /// Scores each candidate; one without alternatives is unreadable.
    public func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) -> [Verdict] {
        candidates.map { candidate in
            guard let tokens = candidate.tokens, !tokens.isEmpty else { return .unreadable }
            var sum = 0.0
            for token in tokens {
                guard let certainty = certainty(of: token) else { return .unreadable }
                sum += certainty
            }
            return .score(sum / Double(tokens.count))
        }
    }

    private func certainty(of token: TokenLogProbability) -> Double? {
        let known = token.alternatives.prefix(alternatives).map(\.logProbability)
        guard !known.isEmpty else { return nil }
        var sum = known.reduce(0, +)
        let rest = vocabulary - known.count
        if rest > 0 {
            // The smallest mass that a double resolves beside one, so that no token is certain.
            let mass = max(1 - known.reduce(0) { $0 + exp($1) }, 0x1p-52)
            sum += Double(rest) * log(mass / Double(rest))
        }
        let size = Double(max(vocabulary, known.count))
        let certainty = -log(size) - sum / size
        return certainty.isFinite ? max(0, certainty) : nil
    }
}
