import Ponder
import PonderTestKit
import Testing

@Suite
struct VoteTests {
    private func replies(_ answers: [String]) -> [ScriptedReply] {
        answers.map { $0.isEmpty ? ScriptedReply("no idea") : SearchBench.reply($0) }
    }

    /// Answers, the winner, and how many of the draws gave it; `-` is a reply without an answer.
    private static let ballots: [(String, String, Int)] = [
        ("1 2 2", "2", 2), ("1 2", "1", 1), ("2 1 1 2", "2", 2), ("- 3 -", "3", 1),
        ("1 2 2 3 3 3", "3", 3), ("5", "5", 1),
    ]

    @Test(arguments: ballots)
    func `the answer that most replies give wins, of equals the first`(
        _ ballot: String,
        _ winner: String,
        _ votes: Int
    ) async throws {
        let answers = ballot.split(separator: " ").map { $0 == "-" ? "" : String($0) }
        let strategy = SelfConsistency(draws: answers.count)
        let result = try await SearchBench().run(strategy, replies(answers))
        #expect(result.answer?.canonical == winner)
        #expect(result.confidence == Double(votes) / Double(answers.count))
        #expect(result.stop == .finished)
    }

    @Test
    func `replies without an answer never win`() async throws {
        let result = try await SearchBench().run(
            SelfConsistency(draws: 5),
            replies(["", "", "", "", "7"])
        )
        #expect(result.answer?.canonical == "7")
        #expect(result.confidence == 0.2)
    }

    @Test
    func `without any answer the commonest reason is given`() async throws {
        let cut = ScriptedReply(String(repeating: "on ", count: 20))
        let declined = ScriptedReply("no", finish: .refused)
        let result = try await SearchBench().run(
            SelfConsistency(draws: 4),
            [ScriptedReply(""), cut, declined, cut]
        )
        #expect(result.reading == .none(.truncated))
        #expect(result.confidence == 0)
        let reasons = result.candidates.map(\.candidate.reading)
        #expect(reasons == [.none(.empty), .none(.truncated), .none(.refused), .none(.truncated)])
    }

    @Test
    func `a failed draw is a candidate that does not vote`() async throws {
        let result = try await SearchBench().run(SelfConsistency(draws: 3), replies(["1", "2"]))
        #expect(result.candidates.map(\.candidate.reading).last == .none(.failed))
        #expect(result.answer?.canonical == "1")
        #expect(result.confidence == 1.0 / 3)
        #expect(result.failure?.code == .exhausted)
    }

    @Test
    func `each wave proposes its leader`() async throws {
        let result = try await SearchBench().run(
            SelfConsistency(draws: 6, width: 2),
            replies(["1", "2", "2", "3", "2", "2"])
        )
        let proposals = result.trace.compactMap { event -> String? in
            guard case .proposed(let canonical, _) = event.kind else { return nil }
            return canonical
        }
        #expect(proposals == ["1", "2", "2"])
    }

    @Test
    func `one reply is taken as it is`() async throws {
        let right = try await SearchBench().run(Single(), replies(["9"]))
        #expect(right.answer?.canonical == "9")
        #expect(right.confidence == 1)
        let none = try await SearchBench().run(Single(), replies([""]))
        #expect(none.reading == .none(.unparsable))
        #expect(none.confidence == 0)
    }

    @Test
    func `the largest sum of scores wins, not the most votes`() async throws {
        // exp of the mean log-probability is each reply's own probability.
        let replies = [("1", 0.2), ("1", 0.3), ("2", 0.9), ("3", 0.39)].map { answer, probability in
            ScriptedReply("so = \(answer)", probability: probability)
        }
        let strategy = WeightedVote(draws: 4, verifier: MeanLogProbability())
        let result = try await SearchBench().run(strategy, replies)
        #expect(result.answer?.canonical == "2")
        #expect(abs(result.confidence - 0.9 / 1.79) < 1e-12)
    }

    @Test
    func `a candidate without a score does not vote where another has one`() async throws {
        let judgments = ["Yes", "perhaps", "maybe", "No"].map { ScriptedReply($0) }
        let strategy = WeightedVote(draws: 4, verifier: YesNoJudge(method: .sampling, draws: 1))
        let replies = ["1", "2", "2 ", "3"].enumerated().map { index, answer in
            ScriptedReply("case \(index) = \(answer)")
        }
        let result = try await SearchBench().run(strategy, replies, judgments: judgments)
        #expect(result.answer?.canonical == "1")
        #expect(
            result.candidates.map(\.verdict) == [.score(1), .unreadable, .unreadable, .score(0)]
        )
    }

    @Test
    func `without any score each answer counts once, and the trace says so`() async throws {
        let judgments = ["perhaps", "maybe", "who knows"].map { ScriptedReply($0) }
        let strategy = WeightedVote(draws: 3, verifier: YesNoJudge(method: .sampling, draws: 1))
        let replies = ["1", "2", "2"].enumerated().map { index, answer in
            ScriptedReply("case \(index) = \(answer)")
        }
        let result = try await SearchBench().run(strategy, replies, judgments: judgments)
        #expect(result.answer?.canonical == "2")
        #expect(abs(result.confidence - 2.0 / 3) < 1e-12)
        let note = TraceEvent.Kind.note(text: "no candidate has a score: each answer counts once")
        #expect(result.trace.contains { $0.kind == note })
    }

    @Test
    func `scores of zero leave a leader without confidence`() async throws {
        let judgments = [ScriptedReply("No")]
        let strategy = WeightedVote(draws: 2, verifier: YesNoJudge(method: .sampling, draws: 1))
        let replies = replies(["1", "1"])
        let result = try await SearchBench().run(strategy, replies, judgments: judgments)
        #expect(result.answer?.canonical == "1")
        #expect(result.confidence == 0)
    }
}
