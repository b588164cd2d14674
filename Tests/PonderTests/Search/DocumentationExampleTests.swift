import Ponder
import PonderTestKit
import Testing

/// The code of the README and of the guides, as it stands there.
@Suite struct DocumentationExampleTests {
    @Test func `the example of the README finds the answer`() async throws {
        let model = ScriptedModel { _, _ in
            ScriptedReply("Half of 48 is 24, so she sold 48 + 24 = 72.\nAnswer: 72")
        }
        let endpoint = ModelEndpoint(model)
        let search = Search(SelfConsistency(draws: 8))
        let result = try await search.run(
            SearchContext(
                Problem("Natalia sold 48 clips in April and half as many in May. How many in all?"),
                reader: LastNumberReader(),
                sampling: SamplingOptions(temperature: 0.7, maxOutputTokens: 400),
                endpoints: [.policy: endpoint],
                budget: Budget(outputTokens: 2_000)
            )
        )
        #expect(result.answer?.text == "72")
        #expect(result.confidence == 1)
        #expect(result.charged.total.asSent.outputTokens <= 2_000)
    }

    @Test func `the strategy of the guide stops at the first agreement`() async throws {
        let model = ScriptedModel(replies: [
            ScriptedReply("Answer: 3"), ScriptedReply("Answer: 4"), ScriptedReply("Answer: 3"),
            ScriptedReply("Answer: 5"),
        ])
        let result = try await Search(FirstAgreement(draws: 10)).run(
            SearchContext(
                Problem("How many?"),
                reader: LastNumberReader(),
                sampling: SamplingOptions(temperature: 1, maxOutputTokens: 20),
                endpoints: [.policy: ModelEndpoint(model)]
            )
        )
        #expect(result.stop == .rule)
        #expect(result.answer?.canonical == "3")
        #expect(result.candidates.count == 3)
    }
}

/// Returns the first answer that two replies agree on.
private struct FirstAgreement: Strategy {
    let draws: Int

    var needs: StrategyNeeds {
        StrategyNeeds(draws: draws, isPoolReplayable: true, comparesDraws: true)
    }

    func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason {
        var seen: Set<Answer> = []
        for _ in 0..<draws {
            let wave = try await session.draw(1)
            if let answer = wave.candidates.first?.answer {
                let isAgreed = !seen.insert(answer).inserted
                session.propose(
                    Proposal(reading: .answer(answer), confidence: isAgreed ? 1 : 0.5)
                )
                if isAgreed { return .rule }
            }
            if wave.isCutShort { return .budget }
        }
        return .finished
    }
}
