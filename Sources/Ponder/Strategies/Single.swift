public import PonderCore

/// Takes one reply as it is.
///
///     reply ← policy(problem)
///     return answer(reply)
///
/// **Source.** The baseline of every paper: chain of thought, Wei et al., "Chain-of-Thought
/// Prompting Elicits Reasoning in Large Language Models", 2022, arXiv 2201.11903.
///
/// **Deviations.** None. Greedy at temperature 0, sampled otherwise: two estimands, do not mix them.
///
/// **Cost.** One call.
///
/// **Stops when** the reply is there.
public struct Single: Strategy {
    /// Creates the strategy.
    public init() {}

    /// One draw of the policy.
    public var needs: StrategyNeeds {
        StrategyNeeds(draws: 1, isPoolReplayable: true, comparesDraws: false)
    }

    /// Draws once and proposes what was read.
    public func search(
        _ problem: Problem,
        in session: SearchSession
    ) async throws -> StopReason {
        let wave = try await session.draw(1)
        guard let candidate = wave.candidates.first else { return .budget }
        session.propose(
            Proposal(
                reading: candidate.reading,
                confidence: candidate.answer == nil ? 0 : 1,
                candidate: candidate.index
            )
        )
        return .finished
    }
}
