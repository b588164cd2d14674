public import PonderCore

/// Draws several replies and returns the answer that most of them give.
///
///     for each of n draws: reply ← policy(problem); votes[answer(reply)] += 1
///     return argmax votes
///
/// **Source.** Wang et al., "Self-Consistency Improves Chain of Thought Reasoning in Language
/// Models", 2022, arXiv 2203.11171.
///
/// **Deviations.** A reply without an answer does not vote. Ties go to the answer seen first, which
/// for independent draws has the expectation of a random choice among equals.
///
/// **Cost.** `draws` calls of one prompt.
///
/// **Stops when** all draws are in, or the budget refuses one.
public struct SelfConsistency: Strategy {
    /// How many replies are drawn; at least 1.
    public let draws: Int

    /// How many may be out before the votes are counted; all of them by default.
    public let width: Int

    /// Creates the strategy.
    public init(draws: Int = 8, width: Int? = nil) {
        precondition(draws >= 1, "draws must be at least 1, not \(draws)")
        precondition((width ?? 1) >= 1, "width must be at least 1")
        self.draws = draws
        self.width = width ?? draws
    }

    /// Independent draws of the policy.
    public var needs: StrategyNeeds {
        StrategyNeeds(draws: draws, isPoolReplayable: true, comparesDraws: draws > 1)
    }

    /// Draws in waves and proposes the leader after each.
    ///
    /// The confidence is the leader's share of all draws, those without an answer included.
    public func search(
        _ problem: Problem,
        in session: SearchSession
    ) async throws -> StopReason {
        var votes = VoteCount<Answer>()
        var drawn = 0
        while drawn < draws {
            let wave = try await session.draw(min(width, draws - drawn))
            drawn += wave.candidates.count
            for answer in wave.candidates.compactMap(\.answer) { votes.add(answer) }
            if let leader = votes.leader {
                let share = Double(leader.count) / Double(drawn)
                session.propose(Proposal(reading: .answer(leader.value), confidence: share))
            }
            if wave.isCutShort { return .budget }
        }
        return .finished
    }
}
