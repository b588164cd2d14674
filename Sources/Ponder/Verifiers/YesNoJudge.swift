import OrderedCollections
public import PonderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Asks a model whether a solution is right and takes the probability of "yes" as the score.
///
/// With log-probabilities: one greedy token per candidate; the score is `p(yes) / (p(yes) + p(no))`,
/// each summed over all spellings among the alternatives. Without: several short replies are sampled,
/// and the score is the share of "yes" among those that begin with either word. A judgment with
/// neither word is unreadable. Candidates with the same text are judged once.
///
/// **Source.** The direct form of Zhang et al., "Generative Verifiers: Reward Modeling as Next-Token
/// Prediction", 2024, arXiv 2408.15240, with a frozen model.
///
/// **Cost.** Per distinct candidate one call of one output token, or `draws` calls of up to 16.
public struct YesNoJudge: Verifier {
    /// How the probability of "yes" is read.
    public enum Method: String, Hashable, Sendable, CaseIterable {
        /// From log-probabilities where the model gives them, else by sampling.
        case automatic
        /// From log-probabilities.
        case logProbabilities = "log-probabilities"
        /// By sampling.
        case sampling
    }

    private static let alternatives = 20
    private static let sampledTokens = 16

    /// How the probability is read.
    public let method: Method

    /// How many judgments are sampled per candidate without log-probabilities; at least 1.
    public let draws: Int

    /// Creates the verifier.
    public init(method: Method = .automatic, draws: Int = 4) {
        precondition(draws >= 1, "draws must be at least 1, not \(draws)")
        self.method = method
        self.draws = draws
    }

    /// The name in configs.
    public var id: String { "judge" }

    /// The verifier's model, with log-probabilities where the method insists on them.
    public var needs: VerifierNeeds {
        VerifierNeeds(
            role: .verifier,
            ownLogProbabilities: method == .logProbabilities ? 1 : nil,
            calls: VerifierCalls(
                perCandidate: draws,
                outputTokens: Self.sampledTokens,
                perCandidateWithProbabilities: method == .sampling ? draws : 1,
                outputTokensWithProbabilities: method == .sampling ? Self.sampledTokens : 1
            )
        )
    }

    /// Judges each candidate.
    ///
    /// - Throws: ``ModelError`` if the method is ``Method/logProbabilities`` and the model gives none,
    ///   and what the caller throws.
    public func verify(
        _ candidates: [Candidate],
        of problem: Problem,
        with caller: any ModelCaller
    ) async throws -> [Verdict] {
        let available = caller.capabilities(of: .verifier)?.topLogProbabilities ?? 0
        guard method != .logProbabilities || available > 0 else {
            throw ModelError(
                .unsupported,
                "the judge's model gives no alternatives' log-probabilities; let it judge by sampling",
                isFatal: true
            )
        }
        let readsProbabilities = method != .sampling && available > 0
        let texts = OrderedSet(candidates.map(\.text))
        let perText = readsProbabilities ? 1 : draws
        let calls = texts.flatMap { text in
            let call =
                readsProbabilities
                ? probabilityCall(text, of: problem, at: available)
                : samplingCall(text, of: problem)
            return Array(repeating: call, count: perText)
        }
        let outcomes = try await caller.call(calls)
        let verdicts = texts.indices.map { index in
            let own = outcomes[index * perText..<(index + 1) * perText]
            return readsProbabilities ? Self.probability(in: own) : Self.share(in: own)
        }
        return candidates.map { candidate in
            texts.firstIndex(of: candidate.text).map { verdicts[$0] } ?? .missing
        }
    }

    private func probabilityCall(
        _ text: String,
        of problem: Problem,
        at available: Int
    ) -> ModelCall {
        let request = ModelRequest(
            messages: Self.prompt(problem, solution: text),
            sampling: SamplingOptions(temperature: 0, maxOutputTokens: 1),
            topLogProbabilities: min(Self.alternatives, available)
        )
        return ModelCall(role: .verifier, request: request)
    }

    private func samplingCall(_ text: String, of problem: Problem) -> ModelCall {
        let request = ModelRequest(
            messages: Self.prompt(problem, solution: text),
            sampling: SamplingOptions(temperature: 1, maxOutputTokens: Self.sampledTokens)
        )
        return ModelCall(role: .verifier, request: request)
    }

    private static func probability(in outcomes: ArraySlice<CallOutcome>) -> Verdict {
        guard let reply = outcomes.first?.reply else { return .missing }
        guard let token = reply.tokens?.first else { return .unreadable }
        var mass = (yes: 0.0, no: 0.0)
        for alternative in token.alternatives {
            switch word(in: alternative.text) {
            case .yes: mass.yes += exp(alternative.logProbability)
            case .no: mass.no += exp(alternative.logProbability)
            case nil: continue
            }
        }
        let sum = mass.yes + mass.no
        return sum > 0 ? .score(mass.yes / sum) : .unreadable
    }

    private static func share(in outcomes: ArraySlice<CallOutcome>) -> Verdict {
        let replies = outcomes.compactMap(\.reply)
        guard !replies.isEmpty else { return .missing }
        let words = replies.compactMap { word(in: $0.text) }
        guard !words.isEmpty else { return .unreadable }
        return .score(Double(words.count { $0 == .yes }) / Double(words.count))
    }

    private enum Word {
        case yes
        case no
    }

    /// The word that a text begins with, after white space and marks of emphasis.
    private static func word(in text: String) -> Word? {
        let letters = text.utf8.drop { byte in !isLetter(byte) && byte < 0x80 }
            .prefix { isLetter($0) }
            .map { $0 | 0x20 }
        if letters.elementsEqual("yes".utf8) { return .yes }
        return letters.elementsEqual("no".utf8) ? .no : nil
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & 0xDF)
    }

    private static func prompt(_ problem: Problem, solution: String) -> [Message] {
        var question = problem.statement
        for (index, choice) in problem.choices.enumerated() {
            question += "\n(\(Character(UnicodeScalar(UInt8(65 + index % 26))))) \(choice)"
        }
        return [
            .user(
                """
                Problem:
                \(question)

                Proposed solution:
                \(solution)

                Is the final answer of the proposed solution correct? Check each step. Reply with \
                one word, Yes or No.
                """
            )
        ]
    }
}
