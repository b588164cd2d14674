import Ponder
import PonderTestKit
import Testing

@Suite
struct BestOfNTests {
    private func replies(_ scored: [(String, Double)]) -> [ScriptedReply] {
        scored.map { ScriptedReply("so = \($0.0)", probability: $0.1) }
    }

    /// Answers with their scores, the winner, its score and its index.
    private static let contests: [([(String, Double)], String, Double, Int)] = [
        ([("1", 0.4), ("2", 0.8), ("1", 0.6)], "2", 0.8, 1),
        ([("1", 0.5), ("2", 0.5)], "1", 0.5, 0),
        ([("1", 0.1), ("2", 0.5), ("3", 0.5)], "2", 0.5, 1),
    ]

    @Test(arguments: contests)
    func `the best scored candidate wins, of equals the first`(
        _ scored: [(String, Double)],
        _ winner: String,
        _ score: Double,
        _ index: Int
    ) async throws {
        let strategy = BestOfN(draws: scored.count, verifier: MeanLogProbability())
        let result = try await SearchBench().run(strategy, replies(scored))
        #expect(result.answer?.canonical == winner)
        #expect(abs(result.confidence - score) < 1e-12)
        let best = result.candidates[index].verdict?.score ?? -1
        #expect(abs(best - score) < 1e-12)
    }

    @Test
    func `an unreadable judgment loses to any score, and wins nothing`() async throws {
        let judgments = ["perhaps", "No"].map { ScriptedReply($0) }
        let strategy = BestOfN(draws: 2, verifier: YesNoJudge(method: .sampling, draws: 1))
        let result = try await SearchBench().run(
            strategy,
            replies([("1", 0.5), ("2", 0.5)]),
            judgments: judgments
        )
        #expect(result.candidates.map(\.verdict) == [.unreadable, .score(0)])
        #expect(result.answer?.canonical == "2")
        #expect(result.confidence == 0)
    }

    @Test
    func `without any score the first candidate stands, and the trace says so`() async throws {
        let judgments = ["perhaps", "maybe"].map { ScriptedReply($0) }
        let strategy = BestOfN(draws: 2, verifier: YesNoJudge(method: .sampling, draws: 1))
        let result = try await SearchBench().run(
            strategy,
            replies([("1", 0.5), ("2", 0.5)]),
            judgments: judgments
        )
        #expect(result.answer?.canonical == "1")
        #expect(result.confidence == 0)
        #expect(result.trace.contains { $0.kind == .note(text: "no candidate has a score") })
    }

    @Test
    func `a candidate without an answer is not scored`() async throws {
        let strategy = BestOfN(draws: 2, verifier: MeanLogProbability())
        let silent = ScriptedReply("no idea", probability: 0.99)
        let result = try await SearchBench().run(strategy, [silent] + replies([("1", 0.1)]))
        #expect(result.candidates.map { $0.verdict == nil } == [true, false])
        #expect(result.answer?.canonical == "1")
    }

    @Test
    func `the best of earlier waves stands against later ones`() async throws {
        let scored = [("1", 0.2), ("2", 0.9), ("3", 0.5), ("4", 0.3)]
        let strategy = BestOfN(draws: 4, width: 2, verifier: MeanLogProbability())
        let result = try await SearchBench().run(strategy, replies(scored))
        #expect(result.answer?.canonical == "2")
        let stood = result.trace.compactMap { event -> String? in
            guard case .proposed(let canonical, _) = event.kind else { return nil }
            return canonical
        }
        #expect(stood == ["1", "2"])
    }

    @Test
    func `a score above one counts as certain`() async throws {
        let strategy = BestOfN(draws: 1, verifier: SelfCertainty(alternatives: 2, vocabulary: 1000))
        let result = try await SearchBench().run(strategy, replies([("1", 0.999_999)]))
        #expect(result.candidates[0].verdict?.score.map { $0 > 1 } == true)
        #expect(result.confidence == 1)
    }

    @Test
    func `the checker decides where the task has one`() async throws {
        let strategy = BestOfN(draws: 3, verifier: TaskChecker())
        let result = try await SearchBench().run(
            strategy,
            replies([("1", 0.9), ("3", 0.9), ("4", 0.1)])
        )
        #expect(result.answer?.canonical == "4")
        #expect(result.confidence == 1)
    }
}
