import Ponder

/// Makes the waves of calls that a test gives, and proposes the last text that came back.
struct CallingStrategy: Strategy {
    var waves: [[ModelCall]]

    init(_ waves: [ModelCall]...) { self.waves = waves }

    var needs: StrategyNeeds {
        StrategyNeeds(
            roles: Set(waves.joined().map(\.role)),
            draws: nil,
            isPoolReplayable: false,
            comparesDraws: false
        )
    }

    func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason {
        for wave in waves {
            let outcomes = try await session.call(wave)
            if let text = outcomes.compactMap(\.reply?.text).last {
                let reading = AnswerReading.answer(Answer(canonical: text, text: text))
                session.propose(Proposal(reading: reading, confidence: 0.5))
            }
            if outcomes.contains(.refused) { return .budget }
        }
        return .finished
    }

    /// A call of the policy about a text.
    static func call(
        _ text: String,
        limit: Int = 16,
        least: Int? = nil,
        temperature: Double = 1,
        alternatives: Int? = nil
    ) -> ModelCall {
        let request = ModelRequest(
            messages: [.user(text)],
            sampling: SamplingOptions(temperature: temperature, maxOutputTokens: limit),
            topLogProbabilities: alternatives
        )
        return ModelCall(role: .policy, request: request, leastOutputTokens: least)
    }
}
