import PonderCore
import PonderWire
import Testing

struct RequestTests {
    @Test func `a chat request holds what was set and nothing else`() {
        let request = ChatCompletionRequest(
            messages: [.system("s"), .user("u")],
            fields: GenerationFields(model: "m")
        )
        #expect(
            String(decoding: request.json.utf8, as: UTF8.self)
                == #"{"model":"m","messages":[{"role":"system","content":"s"},"#
                + #"{"role":"user","content":"u"}]}"#
        )
    }

    @Test func `all fields stand in a fixed order`() {
        var fields = GenerationFields(model: "m")
        fields.maxTokens = 5
        fields.maxCompletionTokens = 6
        fields.temperature = 0.5
        fields.topP = 0.9
        fields.topK = 40
        fields.minP = 0.1
        fields.choices = 2
        fields.seed = 7
        fields.stop = ["a"]
        fields.stream = true
        fields.includeUsage = true
        fields.extra = [JSONMember("x", .bool(true))]
        let request = CompletionRequest(prompt: "p", fields: fields, topLogProbabilities: 3)
        #expect(
            String(decoding: request.json.utf8, as: UTF8.self)
                == #"{"model":"m","prompt":"p","max_tokens":5,"max_completion_tokens":6,"#
                + #""temperature":0.5,"top_p":0.9,"top_k":40,"min_p":0.1,"n":2,"seed":7,"#
                + #""stop":["a"],"stream":true,"stream_options":{"include_usage":true},"#
                + #""x":true,"logprobs":3}"#
        )
    }

    @Test func `chat asks for log-probabilities in two fields`() {
        let request = ChatCompletionRequest(
            messages: [],
            fields: GenerationFields(model: "m"),
            topLogProbabilities: 2
        )
        #expect(request.json["logprobs"] == .bool(true))
        #expect(request.json["top_logprobs"] == .integer(2))
    }
}
