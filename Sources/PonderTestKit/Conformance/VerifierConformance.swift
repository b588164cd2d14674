public import PonderCore

/// Checks that a verifier keeps the promises of `Verifier`.
///
/// One verdict for each candidate, in order and whatever the order; equal scores for equal
/// candidates; finite scores in the stated range; never a score from a refused, failed or
/// unreadable judgment; no call for no candidate; cancellation ends it.
public struct VerifierConformance: Sendable {
    private let verifier: any Verifier
    private let range: ClosedRange<Double>
    private let problem = Problem("What is 1 + 1?", id: "conformance")

    /// Creates the suite for a verifier.
    ///
    /// - Parameters:
    ///   - verifier: the verifier.
    ///   - range: the scores that its documentation allows.
    public init(_ verifier: any Verifier, range: ClosedRange<Double> = 0...1) {
        self.verifier = verifier
        self.range = range
    }

    /// Returns what the verifier does wrong.
    public func violations() async throws -> [Violation] {
        try await verdictsFollowCandidates()
            + unreadableJudgmentsHaveNoScore()
            + lostJudgmentsHaveNoScore()
            + nothingIsJudgedForNothing()
            + cancellationEndsIt()
    }

    private func verdictsFollowCandidates() async throws -> [Violation] {
        let candidates = ["4", "7", "4", "10", "7", "3"].enumerated().map(candidate)
        var violations: [Violation] = []
        let verdicts = try await verify(candidates, with: judging())
        if verdicts.count != candidates.count {
            return [Violation("one verdict for each candidate", "\(verdicts.count) for 6")]
        }
        for (candidate, verdict) in zip(candidates, verdicts) {
            guard let score = verdict.score else {
                violations.append(Violation("a readable candidate has a score", "\(verdict)"))
                continue
            }
            if !score.isFinite || !range.contains(score) {
                violations.append(Violation("scores lie in \(range)", "\(score)"))
            }
            let first = candidates.firstIndex { $0.text == candidate.text } ?? 0
            if verdicts[first] != verdict {
                violations.append(Violation("equal candidates score equally", candidate.text))
            }
        }
        let turned = try await verify(Array(candidates.reversed()), with: judging())
        if turned.reversed() != verdicts {
            violations.append(Violation("verdicts follow the candidates' order", "\(turned)"))
        }
        return violations
    }

    private func unreadableJudgmentsHaveNoScore() async throws -> [Violation] {
        let blank = Candidate(index: 0, text: "", reading: .none(.empty))
        let verdicts = try await verify(
            [blank],
            with: caller { call, _ in
                .reply(ScriptedReply("perhaps maybe", foil: "possibly").reply(to: call.request))
            }
        )
        return verdicts.compactMap { verdict in
            guard case .score(let score) = verdict else { return nil }
            return Violation("an unreadable judgment has no score", "\(score)")
        }
    }

    private func lostJudgmentsHaveNoScore() async throws -> [Violation] {
        guard verifier.needs.role != nil else { return [] }
        var violations: [Violation] = []
        for outcome in [CallOutcome.refused, .failed(ModelError(.server, "down"))] {
            let verdicts = try await verify([candidate(0, "4")], with: caller { _, _ in outcome })
            if verdicts != [.missing] {
                violations.append(Violation("a lost judgment is missing", "\(verdicts)"))
            }
        }
        return violations
    }

    private func nothingIsJudgedForNothing() async throws -> [Violation] {
        let caller = judging()
        let verdicts = try await verify([], with: caller)
        guard verdicts.isEmpty, caller.calls.isEmpty else {
            return [Violation("no candidate, no call", "\(caller.calls.count) calls")]
        }
        return []
    }

    private func cancellationEndsIt() async throws -> [Violation] {
        guard verifier.needs.role != nil else { return [] }
        return await withTaskGroup(of: [Violation].self) { group in
            group.cancelAll()
            group.addTask {
                do {
                    let verdicts = try await verify([candidate(0, "4")], with: judging())
                    return [Violation("a cancelled verifier throws", "gave \(verdicts)")]
                } catch is CancellationError {
                    return []
                } catch {
                    return [Violation("a cancelled verifier throws CancellationError", "\(error)")]
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func verify(
        _ candidates: [Candidate],
        with caller: ScriptedCaller
    ) async throws -> [Verdict] {
        try await verifier.verify(candidates, of: problem, with: caller)
    }

    /// A caller whose judgments depend on what is judged and on the repetition.
    private func judging() -> ScriptedCaller {
        caller { call, repetition in
            let question = call.request.messages.map(\.text).joined()
            let isLiked = question.utf8.reduce(repetition) { $0 &+ Int($1) }.isMultiple(of: 2)
            let reply =
                isLiked ? ScriptedReply("Yes", foil: "No") : ScriptedReply("No", foil: "Yes")
            return .reply(reply.reply(to: call.request))
        }
    }

    private func caller(
        _ outcome: @escaping @Sendable (ModelCall, Int) -> CallOutcome
    ) -> ScriptedCaller {
        let roles = [Role.policy, verifier.needs.role ?? .verifier]
        let models = roles.map { ($0, ScriptedModel.everything) }
        return ScriptedCaller(
            models: Dictionary(models) { first, _ in first },
            checker: EvenAnswerChecker(),
            outcome: outcome
        )
    }

    private func candidate(_ index: Int, _ value: String) -> Candidate {
        let request = ModelRequest(
            messages: [],
            sampling: SamplingOptions(maxOutputTokens: 100),
            topLogProbabilities: verifier.needs.policyLogProbabilities
        )
        let probability = 0.5 + Double(value.utf8.reduce(0) { $0 + Int($1) } % 40) / 100
        let reply = ScriptedReply("it is = \(value)", probability: probability).reply(to: request)
        return Candidate(
            index: index,
            text: reply.text,
            reading: MarkedAnswerReader().read(reply, of: problem),
            tokens: reply.tokens
        )
    }
}
