import PonderCore
import PonderWire
import Testing

struct CompletionChunkTests {
    private func chunk(_ text: String) throws -> CompletionChunk {
        try CompletionChunk(json: try JSONParser.parse(text))
    }

    @Test func `a collected chat of llama.cpp is read`() throws {
        let chunk = try chunk(
            """
            {"choices":[{"finish_reason":"length","index":0,"message":{"role":"assistant",
            "content":"I hope"},"logprobs":{"content":[{"id":57,"token":"I","bytes":[73],
            "logprob":-3.5,"top_logprobs":[{"id":1,"token":"Hello","bytes":[72],"logprob":-0.5},
            {"id":2,"token":"Hi","bytes":[72],"logprob":-2.25}]}]}}],"object":"chat.completion",
            "usage":{"completion_tokens":4,"prompt_tokens":31,"total_tokens":35,
            "prompt_tokens_details":{"cached_tokens":3}},"timings":{"cache_n":9,"prompt_n":22}}
            """
        )
        let choice = try #require(chunk.choices.first)
        #expect(choice.text == "I hope")
        #expect(choice.finishReason == "length")
        #expect(
            choice.tokens == [
                TokenLogProbability(
                    text: "I",
                    byteCount: 1,
                    logProbability: -3.5,
                    alternatives: [
                        .init(text: "Hello", logProbability: -0.5),
                        .init(text: "Hi", logProbability: -2.25),
                    ]
                )
            ]
        )
        #expect(
            chunk.usage
                == WireUsage(
                    promptTokens: 31,
                    completionTokens: 4,
                    totalTokens: 35,
                    cachedTokens: 3
                )
        )
    }

    @Test func `timings stand in for a usage that is missing`() throws {
        let chunk = try chunk(
            """
            {"choices":[{"finish_reason":"length","index":1,"delta":{}}],
            "timings":{"cache_n":43,"prompt_n":1,"predicted_n":6}}
            """
        )
        #expect(chunk.choices.map(\.index) == [1])
        #expect(
            chunk.usage
                == WireUsage(promptTokens: 44, completionTokens: 6, cachedTokens: 43)
        )
    }

    @Test func `parallel arrays of a plain completion are read, likeliest alternative first`()
        throws
    {
        let chunk = try chunk(
            """
            {"choices":[{"text":" the","index":0,"finish_reason":"stop","logprobs":{
            "tokens":[" th","e"],"token_logprobs":[-1.0,-0.5],"text_offset":[0,3],
            "top_logprobs":[{" b":-3.0," a":-3.0," th":-1.0},null]}}]}
            """
        )
        let tokens = try #require(chunk.choices.first?.tokens)
        #expect(tokens.map(\.text) == [" th", "e"])
        #expect(tokens[0].alternatives.map(\.text) == [" th", " a", " b"])
        #expect(tokens[1].alternatives.isEmpty)
    }

    @Test func `log-probabilities that cannot be read are missing as a whole`() throws {
        let chunk = try chunk(
            """
            {"choices":[{"index":0,"text":"ab","logprobs":{"content":[
            {"token":"a","logprob":-1},{"token":"b","logprob":null}]}}]}
            """
        )
        #expect(chunk.choices.first?.tokens == nil)
    }

    @Test(arguments: ["reasoning_content", "reasoning"])
    func `thinking is read from either of its fields`(field: String) throws {
        let chunk = try chunk(
            #"{"choices":[{"index":0,"delta":{"content":null,"\#(field)":"hm"}}]}"#
        )
        #expect(chunk.choices.first?.thinking == "hm")
        #expect(chunk.choices.first?.text == "")
    }

    @Test func `content in parts is joined`() throws {
        let chunk = try chunk(
            #"{"choices":[{"message":{"content":[{"type":"text","text":"a"},{"text":"b"}]}}]}"#
        )
        #expect(chunk.choices.first?.text == "ab")
    }

    @Test func `figures that no reply can have are not taken for reported`() throws {
        let chunk = try chunk(
            """
            {"choices":[],"usage":{"prompt_tokens":-1,"completion_tokens":9223372036854775807,
            "total_tokens":"many","completion_tokens_details":{"reasoning_tokens":7}}}
            """
        )
        #expect(chunk.usage == WireUsage(reasoningTokens: 7))
    }

    @Test(arguments: [
        "{}", #"{"choices":{}}"#, #"{"choices":null}"#, "[]", #"{"choices":[{"index":"a"}]}"#,
        #"{"choices":[{"index":0,"text":5}]}"#, #"{"choices":[{"delta":{"content":{}}}]}"#,
    ])
    func `a chunk of another shape is refused`(text: String) {
        #expect { try chunk(text) } throws: { ($0 as? WireError)?.code == .unexpectedShape }
    }
}
