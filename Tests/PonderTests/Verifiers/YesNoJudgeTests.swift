import Ponder
import PonderTestKit
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite
struct YesNoJudgeTests {
    private func candidate(_ index: Int, _ text: String) -> Candidate {
        Candidate(index: index, text: text, reading: .none(.unparsable))
    }

    private func caller(
        _ capabilities: ModelCapabilities = ScriptedModel.everything,
        _ outcome: @escaping @Sendable (ModelCall, Int) -> CallOutcome
    ) -> ScriptedCaller {
        ScriptedCaller(models: [.verifier: capabilities], outcome: outcome)
    }

    private func reply(_ text: String, _ alternatives: [(String, Double)] = []) -> CallOutcome {
        let token = TokenLogProbability(
            text: text,
            logProbability: -0.1,
            alternatives: alternatives.map { .init(text: $0.0, logProbability: log($0.1)) }
        )
        return .reply(Reply(text: text, finish: .length, usage: .none, tokens: [token]))
    }

    @Test
    func `the score is the share of yes among both words in all spellings`() async throws {
        let caller = caller { _, _ in
            reply(
                "Yes",
                [
                    (" Yes", 0.3), ("yes", 0.1), ("YES!", 0.05), ("**Yes**", 0.05),
                    ("No", 0.2), ("NO.", 0.05), ("Maybe", 0.1), ("Nothing", 0.1), ("是", 0.05),
                ]
            )
        }
        let verdict = try await YesNoJudge().verify(
            [candidate(0, "x")],
            of: Problem("?"),
            with: caller
        )
        let score = try #require(verdict[0].score)
        #expect(abs(score - 0.5 / 0.75) < 1e-12)
    }

    @Test
    func `a judgment with neither word is unreadable`() async throws {
        for alternatives in [[("是", 0.9), ("Yesterday", 0.1)], [("", 1.0)], []] {
            let caller = caller { _, _ in reply("是", alternatives) }
            let verdicts = try await YesNoJudge()
                .verify([candidate(0, "x")], of: Problem("?"), with: caller)
            #expect(verdicts == [.unreadable])
        }
    }

    @Test
    func `with log-probabilities one greedy token is asked for each text`() async throws {
        let caller = caller { _, _ in reply("Yes", [("Yes", 0.9)]) }
        let problem = Problem("Which?", choices: ["red", "blue"])
        let candidates = ["a", "b", "a"].enumerated().map(candidate)
        let verdicts = try await YesNoJudge().verify(candidates, of: problem, with: caller)
        #expect(verdicts == [.score(1), .score(1), .score(1)])
        #expect(caller.calls.count == 2)
        let call = try #require(caller.calls.first)
        #expect(call.role == .verifier)
        #expect(call.request.sampling.isGreedy)
        #expect(call.request.sampling.maxOutputTokens == 1)
        #expect(call.request.topLogProbabilities == 20)
        let prompt = call.request.messages.map(\.text).joined()
        #expect(prompt.contains("Which?\n(A) red\n(B) blue"))
        #expect(prompt.contains("Proposed solution:\na\n"))
    }

    @Test(arguments: [
        (["Yes", "yes.", " **Yes**, since", "No"], Verdict.score(0.75)),
        (["No", "NO", "no way", "\nNo"], .score(0)),
        (["Yes", "perhaps", "是", ""], .score(1)),
        (["perhaps", "not sure", "", "yesno"], .unreadable),
    ])
    func `by sampling the score is the share of yes among readable replies`(
        _ texts: [String],
        _ verdict: Verdict
    ) async throws {
        let caller = caller { _, repetition in reply(texts[repetition]) }
        let judge = YesNoJudge(method: .sampling, draws: texts.count)
        let verdicts = try await judge.verify([candidate(0, "x")], of: Problem("?"), with: caller)
        #expect(verdicts == [verdict])
        #expect(caller.calls.allSatisfy { !$0.request.sampling.isGreedy })
    }

    @Test
    func `lost replies are left out, and when all are lost the verdict is missing`() async throws {
        let down = CallOutcome.failed(ModelError(.server, "down"))
        let judge = YesNoJudge(method: .sampling, draws: 3)
        let some = caller { _, repetition in [down, reply("No"), .refused][repetition] }
        #expect(
            try await judge.verify([candidate(0, "x")], of: Problem("?"), with: some) == [.score(0)]
        )
        let none = caller { _, repetition in [down, .refused, down][repetition] }
        #expect(
            try await judge.verify([candidate(0, "x")], of: Problem("?"), with: none) == [.missing]
        )
    }

    @Test
    func `automatically it samples where the model gives no alternatives`() async throws {
        for alternatives in [nil, 0] {
            let caller = caller(ModelCapabilities(topLogProbabilities: alternatives)) { _, _ in
                reply("Yes")
            }
            let judge = YesNoJudge(draws: 3)
            let verdicts = try await judge.verify(
                [candidate(0, "x")],
                of: Problem("?"),
                with: caller
            )
            #expect(verdicts == [.score(1)])
            #expect(caller.calls.count == 3)
        }
    }

    @Test
    func `it never samples where log-probabilities are insisted on`() async throws {
        let caller = caller(ModelCapabilities()) { _, _ in reply("Yes") }
        let judge = YesNoJudge(method: .logProbabilities)
        let error = try await #require(throws: ModelError.self) {
            try await judge.verify([candidate(0, "x")], of: Problem("?"), with: caller)
        }
        #expect(error.code == .unsupported)
        #expect(caller.calls.isEmpty)
    }
}
