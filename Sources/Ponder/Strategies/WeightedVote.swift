public import PonderCore

/// Draws several replies and returns the answer with the largest sum of scores.
///
///     for each of n draws: reply ← policy(problem); weight[answer(reply)] += score(reply)
///     return argmax weight
///
/// **Source.** Li et al., "Making Large Language Models Better Reasoners with Step-Aware Verifier",
/// 2022, arXiv 2206.02336 (voting verifier).
///
/// **Deviations.** The verifier is any that is configured. A candidate without a score does not
/// vote; when no candidate has one, each answer counts once and the trace says so.
///
/// **Cost.** `draws` calls of one prompt, and the verifier's calls for each candidate.
///
/// **Stops when** all draws are in and scored, or the budget refuses a call.
public struct WeightedVote: Strategy {
    /// How many replies are drawn; at least 1.
    public let draws: Int

    /// How many may be out before they are scored; all of them by default.
    public let width: Int

    /// What scores the candidates; scores below zero count as zero.
    public let verifier: any Verifier

    /// Creates the strategy.
    public init(draws: Int = 8, width: Int? = nil, verifier: any Verifier) {
        precondition(draws >= 1, "draws must be at least 1, not \(draws)")
        precondition((width ?? 1) >= 1, "width must be at least 1")
        self.draws = draws
        self.width = width ?? draws
        self.verifier = verifier
    }

    /// Independent draws of the policy, and what the verifier consults.
    public var needs: StrategyNeeds {
        StrategyNeeds(draws: draws, isPoolReplayable: true, comparesDraws: draws > 1)
            .and(verifier.needs)
    }

    /// Draws and scores in waves and proposes the leader after each; until a candidate has a score,
    /// the leader of a plain vote stands.
    ///
    /// The confidence is the leader's share of all weight.
    public func search(
        _ problem: Problem,
        in session: SearchSession
    ) async throws -> StopReason {
        var weighted = VoteCount<Answer>()
        var plain = VoteCount<Answer>()
        var drawn = 0
        while drawn < draws {
            let wave = try await session.draw(min(width, draws - drawn))
            drawn += wave.candidates.count
            let answered = wave.candidates.filter { $0.answer != nil }
            for answer in answered.compactMap(\.answer) { plain.add(answer) }
            if weighted.leader == nil { propose(plain, in: session) }
            let verdicts = try await session.verify(answered, with: verifier)
            for (candidate, verdict) in zip(answered, verdicts) {
                guard let answer = candidate.answer, let score = verdict.score else { continue }
                weighted.add(answer, weight: max(0, score))
            }
            if weighted.leader != nil {
                propose(weighted, in: session)
            } else if plain.leader != nil {
                session.emit(.note(text: "no candidate has a score: each answer counts once"))
            }
            if wave.isCutShort { return .budget }
        }
        return .finished
    }

    private func propose(_ votes: VoteCount<Answer>, in session: SearchSession) {
        guard let leader = votes.leader else { return }
        let share = votes.totalWeight > 0 ? leader.weight / votes.totalWeight : 0
        session.propose(Proposal(reading: .answer(leader.value), confidence: share))
    }
}
