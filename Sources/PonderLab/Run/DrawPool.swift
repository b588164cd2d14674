import Ponder

/// Draws a number of replies and leaves choosing to others.
struct DrawPool: Strategy {
    let draws: Int

    var needs: StrategyNeeds {
        StrategyNeeds(draws: draws, isPoolReplayable: false, comparesDraws: draws > 1)
    }

    func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason {
        let wave = try await session.draw(draws)
        return wave.isCutShort ? .budget : .finished
    }
}
