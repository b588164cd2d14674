import Ponder
import PonderTestKit
import Synchronization
import Testing

/// Checks that the conformance suites find what they are made to find.
@Suite
struct ConformanceSuiteTests {
    /// A strategy that breaks one promise.
    private struct BadStrategy: Strategy {
        enum Vice: CaseIterable {
            case countsRunsAcrossSearches
            case looksAtTheID
            case ignoresReplies
            case isOverconfident
        }

        static let runs = Mutex(0)

        var vice: Vice

        var needs: StrategyNeeds {
            StrategyNeeds(draws: 2, isPoolReplayable: false, comparesDraws: true)
        }

        func search(_ problem: Problem, in session: SearchSession) async throws -> StopReason {
            var draws = 2
            if vice == .countsRunsAcrossSearches {
                draws = Self.runs.withLock { runs in
                    runs += 1
                    return 1 + runs % 2
                }
            }
            if vice == .looksAtTheID { draws += problem.id.utf8.count % 2 }
            let wave = try await session.draw(draws)
            if let candidate = wave.candidates.first { propose(candidate, in: session) }
            return wave.isCutShort ? .budget : .finished
        }

        private func propose(_ candidate: Candidate, in session: SearchSession) {
            let made = AnswerReading.answer(Answer(canonical: "made up", text: ""))
            let reading = vice == .ignoresReplies ? made : candidate.reading
            let confidence = vice == .isOverconfident ? 2.0 : reading.answer == nil ? 0 : 1
            session.propose(Proposal(reading: reading, confidence: confidence))
        }
    }

    @Test(arguments: BadStrategy.Vice.allCases)
    private func `a strategy that breaks a promise is found out`(_ vice: BadStrategy.Vice)
        async throws
    {
        let violations = try await StrategyConformance(BadStrategy(vice: vice)).violations()
        #expect(!violations.isEmpty)
    }

    /// A verifier that breaks one promise.
    private struct BadVerifier: Verifier {
        enum Vice: CaseIterable {
            case losesOne
            case scoresByPlace
            case scoresTheLost
            case isOutOfRange
            case callsForNothing
            case readsTheUnreadable
        }

        var vice: Vice

        let id = "bad"
        let needs = VerifierNeeds(role: .verifier)

        func verify(
            _ candidates: [Candidate],
            of problem: Problem,
            with caller: any ModelCaller
        ) async throws -> [Verdict] {
            let request = ModelRequest(
                messages: [.user("?")],
                sampling: SamplingOptions(maxOutputTokens: 4)
            )
            let count = vice == .callsForNothing ? max(1, candidates.count) : candidates.count
            let call = ModelCall(role: .verifier, request: request)
            let outcomes = try await caller.call(Array(repeating: call, count: count))
            let verdicts = zip(candidates, outcomes).map { candidate, outcome -> Verdict in
                guard outcome.reply != nil || vice == .scoresTheLost else { return .missing }
                guard candidate.answer != nil || vice == .readsTheUnreadable else {
                    return .unreadable
                }
                return .score(vice == .isOutOfRange ? 1.5 : 0.5)
            }
            switch vice {
            case .losesOne: return Array(verdicts.dropLast())
            case .scoresByPlace:
                return verdicts.indices.map { .score(1 / Double($0 + 1)) }
            default: return verdicts
            }
        }
    }

    @Test(arguments: BadVerifier.Vice.allCases)
    private func `a verifier that breaks a promise is found out`(_ vice: BadVerifier.Vice)
        async throws
    {
        let violations = try await VerifierConformance(BadVerifier(vice: vice)).violations()
        #expect(!violations.isEmpty)
    }

    /// A model that breaks one promise on top of one that keeps them.
    private struct BadModel: LanguageModel {
        enum Vice: CaseIterable {
            case none
            case talksTooLong
            case boundsTooLow
            case countsInexactly
            case swallowsDeltas
            case ignoresCancellation
            case keepsLogProbabilities
            case ignoresStops
            case neverRepeats
            case overestimatesProbabilities
        }

        static let words = "one two three four five six seven eight nine ten"
        static let next = Mutex<UInt64>(0)

        var vice: Vice
        var base = ScriptedModel { _, seed in ScriptedReply(words + " \(seed)") }

        var identity: ModelIdentity { base.identity }

        var capabilities: ModelCapabilities {
            var capabilities = base.capabilities
            capabilities.countsTokensExactly = vice == .countsInexactly
            return capabilities
        }

        func tokenUpperBound(of request: ModelRequest) -> Int {
            vice == .boundsTooLow ? 1 : base.tokenUpperBound(of: request)
        }

        func generate(
            _ request: ModelRequest,
            onDelta: (@Sendable (ReplyDelta) -> Void)?
        ) async throws -> Reply {
            var request = request
            if vice == .talksTooLong { request.sampling.maxOutputTokens += 1 }
            if vice == .keepsLogProbabilities { request.topLogProbabilities = nil }
            if vice == .ignoresStops { request.stop = [] }
            let sink = vice == .swallowsDeltas ? nil : onDelta
            if vice == .ignoresCancellation {
                return ScriptedReply(Self.words).reply(to: request)
            }
            var reply = try await base.generate(request, onDelta: sink)
            if vice == .neverRepeats {
                reply.text += Self.next.withLock { next in
                    next += 1
                    return " \(next)"
                }
            }
            if vice == .overestimatesProbabilities, let first = reply.tokens?.indices.first {
                reply.tokens?[first].logProbability = 0.5
            }
            return reply
        }
    }

    @Test(arguments: BadModel.Vice.allCases)
    private func `a model that breaks a promise is found out`(_ vice: BadModel.Vice) async throws {
        let violations = try await LanguageModelConformance(BadModel(vice: vice)).violations()
        #expect(violations.isEmpty == (vice == .none), "\(violations)")
    }

    @Test(arguments: [
        [TraceEvent(sequence: 0, kind: .note(text: "no stop"))],
        [TraceEvent(sequence: 1, kind: .stopped(reason: .finished))],
        [
            TraceEvent(sequence: 0, kind: .stopped(reason: .finished)),
            TraceEvent(sequence: 1, kind: .note(text: "x")),
        ],
        [
            TraceEvent(
                sequence: 0,
                kind: .issued(call: 0, role: .policy, draw: "d", outputLimit: 1)
            ),
            TraceEvent(sequence: 1, kind: .stopped(reason: .finished)),
        ],
        [
            TraceEvent(sequence: 0, kind: .settled(call: 0, finish: .stop, usage: .none)),
            TraceEvent(sequence: 1, kind: .stopped(reason: .finished)),
        ],
        [
            TraceEvent(sequence: 0, kind: .refused(call: 0, role: .policy)),
            TraceEvent(
                sequence: 1,
                kind: .issued(call: 1, role: .policy, draw: "d", outputLimit: 1)
            ),
            TraceEvent(sequence: 2, kind: .settled(call: 1, finish: .stop, usage: .none)),
            TraceEvent(sequence: 3, kind: .stopped(reason: .budget)),
        ],
        [
            TraceEvent(sequence: 0, kind: .candidate(index: 1, canonical: "4", reason: nil)),
            TraceEvent(sequence: 1, kind: .stopped(reason: .finished)),
        ],
        [
            TraceEvent(sequence: 0, kind: .verdict(candidate: 0, score: 1)),
            TraceEvent(sequence: 1, kind: .stopped(reason: .finished)),
        ],
    ])
    func `a trace that is not whole is found out`(_ trace: [TraceEvent]) {
        #expect(TraceAudit.violations(in: trace).count == 1)
    }
}
