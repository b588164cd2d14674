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
struct LogProbabilityVerifierTests {
    private let problem = Problem("?")
    private let caller = ScriptedCaller(models: [:]) { _, _ in .refused }

    private func candidate(_ tokens: [TokenLogProbability]?) -> Candidate {
        Candidate(index: 0, text: "x", reading: .none(.unparsable), tokens: tokens)
    }

    /// A token with these probabilities, the chosen one first.
    private func token(_ probabilities: [Double]) -> TokenLogProbability {
        TokenLogProbability(
            text: "a",
            logProbability: log(probabilities[0]),
            alternatives: probabilities.map { .init(text: "a", logProbability: log($0)) }
        )
    }

    private func meanScore(_ tokens: [TokenLogProbability]?) -> Verdict {
        MeanLogProbability().verify([candidate(tokens)], of: problem, with: caller)[0]
    }

    private func certainty(
        _ tokens: [TokenLogProbability]?,
        alternatives: Int = 4,
        vocabulary: Int = 4
    ) -> Verdict {
        SelfCertainty(alternatives: alternatives, vocabulary: vocabulary)
            .verify([candidate(tokens)], of: problem, with: caller)[0]
    }

    @Test
    func `the mean is geometric`() throws {
        let score = try #require(meanScore([token([0.5]), token([0.125])]).score)
        #expect(abs(score - 0.25) < 1e-12)
        #expect(meanScore([token([1])]) == .score(1))
    }

    @Test
    func `a probability a little above one counts as one`() {
        let token = TokenLogProbability(text: "a", logProbability: 1e-9)
        #expect(meanScore([token]) == .score(1))
    }

    @Test
    func `an impossible token has score zero and an undefined one none`() {
        let never = TokenLogProbability(text: "a", logProbability: -.infinity)
        #expect(meanScore([never]) == .score(0))
        let undefined = TokenLogProbability(text: "a", logProbability: .nan)
        #expect(meanScore([undefined]) == .unreadable)
    }

    @Test
    func `without tokens there is no score`() {
        for tokens in [nil, []] as [[TokenLogProbability]?] {
            #expect(meanScore(tokens) == .unreadable)
            #expect(certainty(tokens) == .unreadable)
        }
        let bare = TokenLogProbability(text: "a", logProbability: -1)
        #expect(certainty([bare]) == .unreadable)
    }

    @Test
    func `self-certainty has its published value`() throws {
        let score = try #require(certainty([token([0.7, 0.1, 0.1, 0.1])]).score)
        #expect(abs(score - 0.429_813) < 5e-7)
    }

    @Test
    func `self-certainty of a uniform distribution is zero`() throws {
        let score = try #require(certainty([token([0.25, 0.25, 0.25, 0.25])]).score)
        #expect(abs(score) < 1e-12)
    }

    @Test
    func `missing mass counts as spread evenly over the rest of the vocabulary`() throws {
        let whole = try #require(certainty([token([0.7, 0.1, 0.1, 0.1])]).score)
        let part = try #require(certainty([token([0.7, 0.1])]).score)
        #expect(abs(whole - part) < 1e-12)
        let cut = try #require(certainty([token([0.7, 0.1, 0.1, 0.1])], alternatives: 1).score)
        #expect(abs(whole - cut) < 1e-12)
    }

    @Test
    func `self-certainty is the mean over tokens`() throws {
        let tokens = [token([0.7, 0.1, 0.1, 0.1]), token([0.25, 0.25, 0.25, 0.25])]
        let score = try #require(certainty(tokens).score)
        #expect(abs(score - 0.429_813 / 2) < 5e-7)
    }

    @Test
    func `a certain token has a finite score`() throws {
        let score = try #require(certainty([token([1])], vocabulary: 151_936).score)
        #expect(score.isFinite && score > 0)
    }
}
