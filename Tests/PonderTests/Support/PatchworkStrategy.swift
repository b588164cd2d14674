import Ponder
import PonderTestKit
import Synchronization

/// Makes waves of calls of unequal length, some of which may be cut down to what the budget leaves.
///
/// It wants more than any budget gives, and remembers the call that was refused.
final class PatchworkStrategy: Strategy {
    private let waves: Int
    private let width: Int
    private let seed: Seed
    private let refused = Mutex<[String: ModelCall]>([:])

    init(waves: Int, width: Int, seed: Seed) {
        self.waves = waves
        self.width = width
        self.seed = seed
    }

    var needs: StrategyNeeds {
        StrategyNeeds(
            roles: [.policy, .verifier],
            draws: nil,
            isPoolReplayable: false,
            comparesDraws: false
        )
    }

    /// The first call that was refused, by problem.
    var refusals: [String: ModelCall] { refused.withLock { $0 } }

    func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason {
        var random = RandomGenerator(seed.child(problem.id))
        for wave in 0..<waves {
            let calls = (0..<random.integer(in: 1...width)).map { _ in
                call(about: problem, random: &random)
            }
            let outcomes = try await session.call(calls)
            let texts = outcomes.compactMap(\.reply?.text)
            if let last = texts.last {
                let reading = AnswerReading.answer(Answer(canonical: last, text: last))
                session.propose(Proposal(reading: reading, confidence: 1 / Double(wave + 1)))
            }
            if let place = outcomes.firstIndex(of: .refused) {
                refused.withLock { $0[problem.id] = calls[place] }
                return .budget
            }
        }
        return .finished
    }

    private func call(about problem: Problem, random: inout RandomGenerator) -> ModelCall {
        let words = String(repeating: " very", count: 9 * random.integer(below: 3))
        let limit = random.integer(in: 1...24)
        let request = ModelRequest(
            messages: [.user(problem.statement + words)],
            sampling: SamplingOptions(
                temperature: random.integer(below: 6) == 0 ? 0 : 1,
                maxOutputTokens: limit
            )
        )
        return ModelCall(
            role: random.integer(below: 3) == 0 ? .verifier : .policy,
            request: request,
            leastOutputTokens: random.integer(below: 2) == 0 ? nil : random.integer(in: 1...limit)
        )
    }
}
