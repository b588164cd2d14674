import Ponder
import PonderTestKit
import Synchronization
import Testing

@Suite
struct SearchTests {
    private func model(_ capabilities: ModelCapabilities = ScriptedModel.everything)
        -> ScriptedModel
    {
        ScriptedModel(capabilities: capabilities) { _, _ in ScriptedReply("so = 4") }
    }

    @Test
    @MainActor
    func `a search runs from the main actor`() async throws {
        let result = try await Search(Single()).run(SearchBench().context(model()))
        #expect(result.answer?.canonical == "4")
    }

    @Test
    func `what a strategy needs of its models is asked for`() async throws {
        let model = model()
        let strategy = BestOfN(draws: 2, verifier: SelfCertainty(alternatives: 2, vocabulary: 10))
        let result = try await Search(strategy).run(SearchBench().context(model))
        #expect(model.calls.map(\.topLogProbabilities) == [2, 2])
        #expect(result.candidates.allSatisfy { $0.verdict?.score != nil })
    }

    @Test
    func `a run asks for the most that any of its strategies needs`() async throws {
        let model = model()
        var context = SearchBench().context(model)
        context.logProbabilities = [.policy: 5]
        _ = try await Search(BestOfN(draws: 1, verifier: MeanLogProbability())).run(context)
        _ = try await Search(Single()).run(context)
        #expect(model.calls.map(\.topLogProbabilities) == [5, 5])
    }

    @Test(arguments: [
        (
            BestOfN(verifier: YesNoJudge()) as any Strategy,
            "no model is bound to the role 'verifier'"
        ),
        (BestOfN(verifier: TaskChecker()), "the task has no checker"),
        (WeightedVote(verifier: MeanLogProbability()), "0 alternatives per token are needed"),
        (BestOfN(verifier: SelfCertainty(alternatives: 6)), "which gives none"),
    ])
    func `a strategy whose needs are not met is refused before anything is spent`(
        _ strategy: any Strategy,
        _ message: String
    ) async throws {
        var bench = SearchBench()
        bench.checker = nil
        let model = model(ModelCapabilities())
        let error = try await #require(throws: ModelError.self) {
            try await Search(strategy).run(bench.context(model))
        }
        #expect(error.code == .unsupported)
        #expect(error.isFatal)
        #expect(error.message.contains(message), "\(error)")
        #expect(model.calls.isEmpty)
    }

    @Test
    func `draws that are all the same are not compared`() async throws {
        var bench = SearchBench()
        bench.sampling.temperature = 0
        let model = model()
        let error = try await #require(throws: ModelError.self) {
            try await Search(SelfConsistency(draws: 2)).run(bench.context(model))
        }
        #expect(error.message.contains("temperature 0"))
        let single = try await Search(SelfConsistency(draws: 1)).run(bench.context(model))
        #expect(single.answer?.canonical == "4")
    }

    @Test
    func `whoever watches sees each event as it happens, and pieces of replies`() async throws {
        let events = Mutex<[TraceEvent]>([])
        let deltas = Mutex<[Int: [ReplyDelta]]>([:])
        var bench = SearchBench()
        bench.onEvent = { event in events.withLock { $0.append(event) } }
        bench.onDelta = { call, delta in deltas.withLock { $0[call, default: []].append(delta) } }
        let result = try await Search(SelfConsistency(draws: 2)).run(bench.context(model()))
        #expect(events.withLock { $0 } == result.trace)
        let expected = [0: [ReplyDelta.text("so = 4")], 1: [.text("so = 4")]]
        #expect(deltas.withLock { $0 } == expected)
    }

    @Test
    func `a strategy that fails for a reason of its own fails the search`() async {
        struct Broken: Strategy {
            struct Reason: Error {}
            let needs = StrategyNeeds(draws: 1, isPoolReplayable: false, comparesDraws: false)
            func search(_ problem: Problem, in session: SearchSession) throws -> StopReason {
                throw Reason()
            }
        }
        await #expect(throws: Broken.Reason.self) {
            try await Search(Broken()).run(SearchBench().context(model()))
        }
    }

    @Test
    func `the critical path is the longest call of each wave`() async throws {
        let replies = [4, 10, 2, 6].map { SearchBench.reply("4", words: $0) }
        let model = ScriptedModel(replies: replies)
        let strategy = SelfConsistency(draws: 4, width: 2)
        let (_, session) = try await Search(strategy)
            .runKeepingSession(SearchBench().context(model))
        // 8 prompt tokens at 1000 a second in the first wave only, and 10 + 6 tokens at 50 a second.
        #expect(session.modelledMicroseconds == 8000 + 200_000 + 120_000)
    }
}
