public import PonderCore

/// Draws several replies and returns the answer of the one that a verifier scores highest.
///
///     for each of n draws: reply ← policy(problem)
///     return answer(argmax over replies of score(reply))
///
/// **Source.** Cobbe et al., "Training Verifiers to Solve Math Word Problems", 2021,
/// arXiv 2110.14168.
///
/// **Deviations.** The verifier is any that is configured. A candidate without an answer is not
/// scored; one whose judgment could not be read loses to every scored one. Ties go to the first.
///
/// **Cost.** `draws` calls of one prompt, and the verifier's calls for each candidate.
///
/// **Stops when** all draws are in and scored, or the budget refuses a call.
public struct BestOfN: Strategy {
    /// How many replies are drawn; at least 1.
    public let draws: Int

    /// How many may be out before they are scored; all of them by default.
    public let width: Int

    /// What scores the candidates.
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

    /// Draws and scores in waves and proposes the best candidate after each; until the first wave
    /// is scored, its first candidate stands.
    ///
    /// The confidence is the best score, clamped to `0...1`; 0 while no candidate has a score.
    public func search(
        _ problem: Problem,
        in session: SearchSession
    ) async throws -> StopReason {
        var best: (candidate: Candidate, score: Double?)?
        var drawn = 0
        while drawn < draws {
            let wave = try await session.draw(min(width, draws - drawn))
            drawn += wave.candidates.count
            let answered = wave.candidates.filter { $0.answer != nil }
            if best == nil, let first = answered.first {
                session.propose(
                    Proposal(reading: first.reading, confidence: 0, candidate: first.index)
                )
            }
            let verdicts = try await session.verify(answered, with: verifier)
            for (candidate, verdict) in zip(answered, verdicts) {
                let isBetter = best.map { Self.isBetter(verdict.score, than: $0.score) } ?? true
                if isBetter { best = (candidate, verdict.score) }
            }
            if let best {
                session.propose(
                    Proposal(
                        reading: best.candidate.reading,
                        confidence: min(max(best.score ?? 0, 0), 1),
                        candidate: best.candidate.index
                    )
                )
                if best.score == nil { session.emit(.note(text: "no candidate has a score")) }
            }
            if wave.isCutShort { return .budget }
        }
        return .finished
    }

    private static func isBetter(_ score: Double?, than standing: Double?) -> Bool {
        guard let score else { return false }
        return standing.map { score > $0 } ?? true
    }
}
