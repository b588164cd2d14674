import PonderClient
import PonderCore
import PonderWire
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ReasoningTests {
    private func dialect(_ thinking: ThinkingStyle) -> OpenAIDialect {
        var dialect = OpenAIDialect.generic
        dialect.thinking = thinking
        dialect.topLogProbabilities = 5
        return dialect
    }

    private func reply(
        _ thinking: ThinkingStyle,
        to request: ModelRequest = request(),
        _ steps: [ServerStep],
        onDelta: (@Sendable (ReplyDelta) -> Void)? = nil
    ) async throws -> Reply {
        var reply: Reply?
        try await withModel(
            dialect(thinking),
            script: { _ in steps },
            run: { model, _ in
                reply = try await model.generate(request, onDelta: onDelta)
            }
        )
        return try #require(reply)
    }

    @Test(arguments: ["reasoning_content", "reasoning"])
    func `thinking in a field is apart from the answer`(field: String) async throws {
        let body = """
            {"choices":[{"index":0,"finish_reason":"stop",
            "message":{"content":"4","\(field)":"2+2 is"}}],
            "usage":{"prompt_tokens":9,"completion_tokens":7,
            "completion_tokens_details":{"reasoning_tokens":6}}}
            """
        let reply = try await reply(.field, .reply(body))
        #expect(reply.text == "4")
        #expect(reply.thinking == "2+2 is")
        #expect(reply.usage.output == .reported(7))
        #expect(reply.usage.reasoning == .reported(6))
    }

    @Test func `thinking in tags is apart from the answer in a stream too`() async throws {
        let seen = Mutex<[ReplyDelta]>([])
        let pieces = ["<thi", "nk>2+", "2</th", "ink>", "4"]
        let events = pieces.map { delta($0) } + [delta(nil, finish: "stop"), usageEvent, "[DONE]"]
        let reply = try await reply(.tags(ThinkingTags()), .stream(events) + [.end]) { delta in
            seen.withLock { $0.append(delta) }
        }
        #expect(reply.text == "4")
        #expect(reply.thinking == "2+2")
        #expect(
            seen.withLock { $0 } == [.thinking("2+"), .thinking("2"), .text("4")]
        )
        // Five tokens by three bytes of thinking and one of answer: 3.75 and 1.25.
        #expect(reply.usage.output == .reported(5))
        #expect(reply.usage.reasoning == .counted(4))
    }

    @Test func `thinking that the limit cut leaves no answer`() async throws {
        let reply = try await reply(
            .tags(ThinkingTags()),
            .reply(chat("<think>so 2+", finish: "length"))
        )
        #expect(reply.text == "")
        #expect(reply.thinking == "so 2+")
        #expect(reply.finish == .length)
    }

    @Test func `a continued reply knows what thinking was begun before it`() async throws {
        var dialect = dialect(.tags(ThinkingTags()))
        dialect.continuation = .continueFinalMessage
        let begun = request { $0.partialReply = "<think>let me" }
        let ended = request { $0.partialReply = "<think>let me</think>It" }
        try await withModel(
            dialect,
            script: { _ in .reply(chat(" see</think> is")) },
            run: {
                model,
                _ in
                let first = try await model.generate(begun, onDelta: nil)
                #expect(first.thinking == " see")
                #expect(first.text == " is")
                let second = try await model.generate(ended, onDelta: nil)
                #expect(second.thinking == nil)
                #expect(second.text == " see</think> is")
            }
        )
    }

    @Test(arguments: [
        // Reasoning within the completion, in the total only, and in the details only.
        (#"{"prompt_tokens":9,"completion_tokens":70,"total_tokens":79,"#, 70),
        (#"{"prompt_tokens":9,"completion_tokens":10,"total_tokens":79,"#, 70),
        (#"{"prompt_tokens":9,"completion_tokens":10,"#, 70),
    ])
    func `hidden thinking counts as reasoning and as output`(
        usage: String,
        output: Int
    ) async throws {
        let details = #""completion_tokens_details":{"reasoning_tokens":60}}"#
        let reply = try await reply(.hidden, .reply(chat("4", usage: usage + details)))
        #expect(reply.thinking == nil)
        #expect(reply.usage.reasoning == .reported(60))
        #expect(reply.usage.output == .reported(output))
    }

    @Test func `log-probabilities are of the answer's tokens only`() async throws {
        let tokens = ["<think>", "2", "+2", "</think>", "4", ".", ""].map {
            #"{"token":"\#($0)","logprob":-1}"#
        }
        let body = """
            {"choices":[{"index":0,"finish_reason":"stop",
            "message":{"content":"4.","reasoning_content":"2+2"},
            "logprobs":{"content":[\(tokens.joined(separator: ","))]}}]}
            """
        let asked = request { $0.topLogProbabilities = 0 }
        let reply = try await reply(.field, to: asked, .reply(body))
        #expect(reply.tokens?.map(\.text) == ["4", "."])
    }

    @Test func `a reasoning model gets its own parameters`() async throws {
        let asked = request { $0.sampling.effort = "low" }
        try await withModel(
            .openAIReasoning,
            script: { _ in .reply(chat("a")) },
            run: { model, server in
                _ = try await model.generate(asked, onDelta: nil)
                let body = try #require(server.requests.first).body
                #expect(body["max_completion_tokens"] == .integer(16))
                #expect(body["max_tokens"] == nil)
                #expect(body["reasoning_effort"] == .string("low"))
            }
        )
    }

    @Test func `a limit on thinking goes into the declared field`() async throws {
        var dialect = OpenAIDialect.generic
        dialect.thinkingLimitField = "thinking_budget"
        let asked = request { $0.sampling.maxThinkingTokens = 99 }
        try await withModel(
            dialect,
            script: { _ in .reply(chat("a")) },
            run: { model, server in
                _ = try await model.generate(asked, onDelta: nil)
                #expect(server.requests.first?.body["thinking_budget"] == .integer(99))
            }
        )
    }
}
