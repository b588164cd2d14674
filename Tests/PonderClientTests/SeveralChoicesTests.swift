import PonderClient
import PonderCore
import PonderWire
import Testing

@Suite(.timeLimit(.minutes(1)))
struct SeveralChoicesTests {
    /// A collected reply with these texts as its choices, the last one first.
    private func choices(_ texts: [String], usage: String) -> String {
        let choices = texts.enumerated().reversed().map { index, text in
            #"{"index":\#(index),"finish_reason":"stop","message":{"content":"\#(text)"}}"#
        }
        return #"{"choices":[\#(choices.joined(separator: ","))],"usage":\#(usage)}"#
    }

    private func batch(
        _ dialect: OpenAIDialect = .generic,
        count: Int,
        to request: ModelRequest = request(),
        _ steps: [ServerStep]
    ) async throws -> (batch: DrawBatch, sent: JSONValue) {
        var result: (DrawBatch, JSONValue)?
        try await withModel(
            dialect,
            change: { $0.drawsPerCall = 8 },
            script: { _ in steps },
            run: {
                model,
                server in
                let batch = try await model.generate(request, count: count)
                result = (batch, try #require(server.requests.first).body)
            }
        )
        return try #require(result)
    }

    @Test func `the prompt is billed once and the output apportioned by length`() async throws {
        let usage = #"{"prompt_tokens":10,"completion_tokens":11}"#
        let body = choices(["aa", "aaaa", ""], usage: usage)
        let (batch, sent) = try await batch(count: 3, .reply(body))
        #expect(sent["n"] == .integer(3))
        #expect(batch.missing == nil)
        #expect(batch.replies.map(\.text) == ["aa", "aaaa", ""])
        #expect(batch.replies.map(\.usage.prompt) == [.reported(10), .reported(0), .reported(0)])
        // 11 in the proportion 2 : 4 : 0 is 3.67, 7.33 and 0.
        #expect(batch.replies.map(\.usage.output) == [.counted(4), .counted(7), .counted(0)])
    }

    @Test func `the output is apportioned by tokens where they are known`() async throws {
        func choice(_ index: Int, _ tokens: [String]) -> String {
            let content = tokens.map { #"{"token":"\#($0)","logprob":-1}"# }
            return #"{"index":\#(index),"finish_reason":"stop","#
                + #""message":{"content":"\#(tokens.joined())"},"#
                + #""logprobs":{"content":[\#(content.joined(separator: ","))]}}"#
        }
        let body = """
            {"choices":[\(choice(0, ["a", "b", "c"])),\(choice(1, ["abcdefgh"]))],
            "usage":{"prompt_tokens":10,"completion_tokens":4,
            "completion_tokens_details":{"reasoning_tokens":2}}}
            """
        var dialect = OpenAIDialect.generic
        dialect.topLogProbabilities = 5
        let asked = request { $0.topLogProbabilities = 0 }
        let (batch, _) = try await batch(dialect, count: 2, to: asked, .reply(body))
        #expect(batch.replies.map(\.usage.output) == [.counted(3), .counted(1)])
        #expect(batch.replies.map(\.usage.reasoning) == [.counted(2), .counted(0)])
    }

    @Test func `fewer choices than asked come with an error that says so`() async throws {
        let usage = #"{"prompt_tokens":10,"completion_tokens":6}"#
        let (batch, _) = try await batch(
            count: 3,
            .reply(choices(["aa", "a"], usage: usage))
        )
        #expect(batch.replies.map(\.usage.output.value) == [4, 2])
        let missing = try #require(batch.missing)
        #expect(missing.code == .malformedReply)
        #expect(missing.isRetryable)
        #expect(missing.usage == Usage.none)
        #expect(missing.message.contains("2 of 3"))
    }

    @Test func `a missing usage bounds every choice`() async throws {
        let (batch, _) = try await batch(count: 2, .reply(choices(["a", "b"], usage: "null")))
        #expect(
            batch.replies.map(\.usage) == [
                .bound(promptTokens: 290, outputTokens: 16),
                Usage(prompt: .reported(0), output: .bounded(16)),
            ]
        )
    }

    @Test func `llama.cpp is asked for a stream and believed per choice`() async throws {
        func usage(_ output: Int) -> String {
            #"{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":\#(output)},"#
                + #""timings":{"cache_n":8,"prompt_n":1}}"#
        }
        let events = [
            delta("b", index: 1), delta("a"), delta(nil, index: 1, finish: "stop"), usage(3),
            delta(nil, finish: "length"), usage(7), "[DONE]",
        ]
        let (batch, sent) = try await batch(.llamaServer, count: 2, .stream(events) + [.end])
        #expect(sent["stream"] == .bool(true))
        #expect(batch.replies.map(\.text) == ["a", "b"])
        #expect(
            batch.replies.map(\.usage) == [
                Usage(prompt: .reported(9), cachedPrompt: .reported(8), output: .reported(7)),
                Usage(prompt: .reported(0), output: .reported(3)),
            ]
        )
    }

    @Test func `a choice of llama.cpp without a usage of its own is bounded`() async throws {
        let events = [
            delta("a", finish: "stop"), usageEvent, delta("b", index: 1, finish: "stop"), "[DONE]",
        ]
        let (batch, _) = try await batch(.llamaServer, count: 2, .stream(events) + [.end])
        #expect(batch.replies.map(\.usage.output) == [.reported(5), .bounded(16)])
    }

    @Test(arguments: [0, 9])
    func `more draws than declared are refused before anything is sent`(count: Int) async throws {
        try await withModel(
            change: { $0.drawsPerCall = 8 },
            script: { _ in [.stall] },
            run: {
                model,
                server in
                await #expect {
                    try await model.generate(request(), count: count)
                } throws: { ($0 as? ModelError)?.code == .unsupported }
                #expect(server.requests.isEmpty)
            }
        )
    }
}
