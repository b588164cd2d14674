import PonderClient
import PonderCore
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ReplyTests {
    private let used = Usage(prompt: .reported(10), output: .reported(5))

    /// Calls a model once and returns the reply with what a watcher saw.
    private func reply(
        from dialect: OpenAIDialect = .generic,
        to request: ModelRequest = request(),
        isWatched: Bool = false,
        _ steps: [ServerStep]
    ) async throws -> (reply: Reply, deltas: [ReplyDelta]) {
        let seen = Mutex<[ReplyDelta]>([])
        let watch: @Sendable (ReplyDelta) -> Void = { delta in seen.withLock { $0.append(delta) } }
        var reply: Reply?
        try await withModel(
            dialect,
            script: { _ in steps },
            run: { model, server in
                reply = try await model.generate(request, onDelta: isWatched ? watch : nil)
            }
        )
        return (try #require(reply), seen.withLock { $0 })
    }

    @Test func `a collected reply has text, finish and usage`() async throws {
        let (reply, _) = try await reply(.reply(chat("hello")))
        #expect(reply == Reply(text: "hello", finish: .stop, usage: used))
    }

    @Test func `a streamed reply is the same as a collected one`() async throws {
        let events = [
            delta(nil), delta("hel"), delta("lo"), delta(nil, finish: "stop"), usageEvent,
        ]
        let (reply, deltas) = try await reply(
            isWatched: true,
            .stream(events + ["[DONE]"]) + [.end]
        )
        #expect(reply == Reply(text: "hello", finish: .stop, usage: used))
        #expect(deltas == [.text("hel"), .text("lo")])
    }

    @Test func `a stream may end without its end mark when the reply is complete`() async throws {
        let events = [delta("a", finish: "length"), usageEvent]
        let (reply, _) = try await reply(isWatched: true, .stream(events) + [.end])
        #expect(reply == Reply(text: "a", finish: .length, usage: used))
    }

    @Test func `a connection that stays open after the end mark does not hold the reply`()
        async throws
    {
        let events = [delta("a", finish: "stop"), usageEvent, "[DONE]"]
        let (reply, _) = try await reply(isWatched: true, .stream(events) + [.stall])
        #expect(reply == Reply(text: "a", finish: .stop, usage: used))
    }

    @Test func `a watcher gets a collected reply in one piece`() async throws {
        let (reply, deltas) = try await reply(isWatched: true, .reply(chat("hello")))
        #expect(reply.text == "hello")
        #expect(deltas == [.text("hello")])
    }

    @Test(arguments: [
        ("stop", FinishReason.stop), ("length", .length), ("content_filter", .refused),
        ("tool_calls", .unknown), ("whatever", .unknown),
    ])
    func `finish reasons are mapped`(word: String, expected: FinishReason) async throws {
        #expect(try await reply(.reply(chat("a", finish: word))).reply.finish == expected)
    }

    @Test func `a refusal is refused`() async throws {
        let body = """
            {"choices":[{"index":0,"finish_reason":"stop",
            "message":{"content":null,"refusal":"I cannot help"}}]}
            """
        let (reply, _) = try await reply(.reply(body))
        #expect(reply.finish == .refused)
        #expect(reply.text == "I cannot help")
    }

    @Test(arguments: [false, true])
    func `a missing usage is bounded by what was reserved`(isStreamed: Bool) async throws {
        let steps: [ServerStep] =
            isStreamed
            ? .stream([delta("a", finish: "stop"), "[DONE]"]) + [.end]
            : .reply(chat("a", usage: nil))
        let (reply, _) = try await reply(isWatched: isStreamed, steps)
        // Two bytes, 16 for each of two texts, 256 for the whole.
        #expect(reply.usage == .bound(promptTokens: 290, outputTokens: 16))
    }

    @Test func `a server that ignores the output limit is reported as it says`() async throws {
        let usage = #"{"prompt_tokens":10,"completion_tokens":5000}"#
        let (reply, _) = try await reply(.reply(chat("a", usage: usage)))
        #expect(reply.usage.output == .reported(5000))
    }

    @Test func `cached tokens of the prompt are reported, never more than the prompt`() async throws
    {
        let usage = """
            {"prompt_tokens":10,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":12}}
            """
        let (reply, _) = try await reply(.reply(chat("a", usage: usage)))
        #expect(reply.usage.cachedPrompt == .reported(10))
    }

    @Test func `log-probabilities have as many alternatives as were asked for`() async throws {
        let body = """
            {"choices":[{"index":0,"finish_reason":"stop","message":{"content":"ab"},
            "logprobs":{"content":[
            {"token":"a","bytes":[97],"logprob":-1,"top_logprobs":[{"token":"a","logprob":-1}]},
            {"token":"b","bytes":[98],"logprob":-2,"top_logprobs":[{"token":"c","logprob":-1}]},
            {"token":"","bytes":[],"logprob":-3,"top_logprobs":[]}]}}]}
            """
        for (asked, expected) in [(0, 0), (1, 1)] {
            let (reply, _) = try await reply(
                from: .llamaServer,
                to: request { $0.topLogProbabilities = asked },
                .reply(body)
            )
            #expect(reply.tokens?.map(\.text) == ["a", "b"])
            #expect(reply.tokens?.map(\.logProbability) == [-1, -2])
            #expect(reply.tokens?.first?.alternatives.count == expected)
        }
        #expect(try await reply(from: .llamaServer, .reply(body)).reply.tokens == nil)
    }
}
