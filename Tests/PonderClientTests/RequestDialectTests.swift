import PonderClient
import PonderCore
import PonderWire
import Testing

@Suite(.timeLimit(.minutes(1)))
struct RequestDialectTests {
    /// Returns what one call sends.
    private func sent(
        _ dialect: OpenAIDialect,
        _ request: ModelRequest,
        change: (inout OpenAIModelSettings) -> Void = { _ in }
    ) async throws -> ReceivedRequest {
        var received: ReceivedRequest?
        let events = [delta("a", finish: "stop"), usageEvent, "[DONE]"]
        try await withModel(
            dialect,
            change: change,
            script: { request in
                request.body["stream"] == nil
                    ? .reply(chat("a")) : .stream(events) + [.end]
            },
            run: { model, server in
                _ = try await model.generate(request, onDelta: nil)
                received = server.requests.last
            }
        )
        return try #require(received)
    }

    @Test func `everything that a request asks for is sent`() async throws {
        let asked = request { request in
            request.sampling.temperature = 0.5
            request.sampling.topP = 0.9
            request.sampling.topK = 40
            request.sampling.minP = 0.05
            request.stop = ["\n\n"]
            request.seed = 0xffff_ffff_ffff_ffff
            request.topLogProbabilities = 0
        }
        let received = try await sent(.llamaServer, asked) { settings in
            settings.key = try? APIKey("sk-1", variable: "LAB_KEY")
            settings.extraFields =
                (try? ExtraFields(json: #"{"chat_template_kwargs":{"enable_thinking":false}}"#))
                ?? .none
        }
        #expect(received.method == "POST")
        #expect(received.path == "/v1/chat/completions")
        #expect(received.headers["authorization"] == "Bearer sk-1")
        #expect(
            String(decoding: received.body.utf8, as: UTF8.self)
                == #"{"model":"m","messages":[{"role":"user","content":"hi"}],"max_tokens":16,"#
                + #""temperature":0.5,"top_p":0.9,"top_k":40,"min_p":0.05,"seed":2147483647,"#
                + #""stop":["\n\n"],"chat_template_kwargs":{"enable_thinking":false},"#
                + #""logprobs":true,"top_logprobs":1}"#
        )
    }

    @Test func `a request that asks for little sends little`() async throws {
        let asked = request { $0.seed = 1 }
        let received = try await sent(.generic, asked)
        #expect(
            String(decoding: received.body.utf8, as: UTF8.self)
                == #"{"model":"m","messages":[{"role":"user","content":"hi"}],"max_tokens":16}"#
        )
        #expect(received.headers["authorization"] == nil)
    }

    @Test(arguments: [StreamingMode.always, .never])
    func `the streaming mode counts over the watcher`(mode: StreamingMode) async throws {
        let received = try await sent(.openAI, request()) { $0.streaming = mode }
        let options = JSONValue.object([JSONMember("include_usage", .bool(true))])
        #expect(received.body["stream"] == (mode == .always ? .bool(true) : nil))
        #expect(received.body["stream_options"] == (mode == .always ? options : nil))
    }

    @Test func `llama.cpp continues the last message in a stream`() async throws {
        let asked = request { $0.partialReply = "So" }
        let received = try await sent(.llamaServer, asked)
        #expect(received.body["stream"] == .bool(true))
        #expect(received.body["messages"]?.elements?.last?["role"] == .string("assistant"))
        #expect(received.body["messages"]?.elements?.last?["content"] == .string("So"))
        #expect(received.body["continue_final_message"] == nil)
    }

    @Test func `vLLM continues the last message when it is told to`() async throws {
        let asked = request { $0.partialReply = "So" }
        let received = try await sent(.vllm, asked)
        #expect(received.body["continue_final_message"] == .bool(true))
        #expect(received.body["add_generation_prompt"] == .bool(false))
        #expect(received.body["stream"] == nil)
    }

    @Test func `a partial reply may be continued through the server's own template`() async throws {
        var dialect = OpenAIDialect.llamaServer
        dialect.thinking = .none
        dialect.continuation = .appliedTemplate
        let asked = request {
            $0.partialReply = "So"
            $0.constraint = .jsonSchema("{}")
        }
        let completion =
            #"{"choices":[{"index":0,"text":" it is","finish_reason":"stop"}],"#
            + #""usage":{"prompt_tokens":3,"completion_tokens":2}}"#
        try await withModel(
            dialect,
            script: { request in
                request.path == "/apply-template"
                    ? .reply(#"{"prompt":"<u>hi<a>"}"#) : .reply(completion)
            },
            run: { model, server in
                let reply = try await model.generate(asked, onDelta: nil)
                #expect(reply.text == " it is")
                #expect(server.requests.map(\.path) == ["/apply-template", "/v1/completions"])
                #expect(server.requests[0].body["messages"]?.elements?.count == 1)
                #expect(server.requests[1].body["prompt"] == .string("<u>hi<a>So"))
                #expect(server.requests[1].body["json_schema"] == .object([]))
            }
        )
    }

    @Test func `plain completions join the messages`() async throws {
        let asked = request {
            $0.messages = [.system("a"), .user("b")]
            $0.partialReply = "c"
            $0.topLogProbabilities = 2
        }
        let completion = #"{"choices":[{"index":0,"text":"d","finish_reason":"length"}]}"#
        try await withModel(
            .llamaServer,
            change: { $0.endpoint = .completions(separator: "\n") },
            script: { _ in .reply(completion) },
            run: { model, server in
                let reply = try await model.generate(asked, onDelta: nil)
                #expect(reply.text == "d")
                #expect(reply.finish == .length)
                #expect(server.requests.first?.path == "/v1/completions")
                #expect(server.requests.first?.body["prompt"] == .string("a\nbc"))
                #expect(server.requests.first?.body["logprobs"] == .integer(2))
            }
        )
    }

    @Test func `the properties of a schema keep their order`() async throws {
        let schema = #"{"properties":{"reasoning":{},"answer":{}},"type":"object"}"#
        let asked = request { $0.constraint = .jsonSchema(schema) }
        let received = try await sent(.openAI, asked)
        let format = try #require(received.body["response_format"])
        #expect(format["type"] == .string("json_schema"))
        let sent = try #require(format["json_schema"]?["schema"])
        #expect(String(decoding: sent.utf8, as: UTF8.self) == schema)
    }

    @Test(arguments: [
        (Constraint.grammar("root ::= \"a\""), "grammar", JSONValue.string("root ::= \"a\"")),
        (
            .choice(["a\"b", "c\n"]), "grammar",
            .string(#"root ::= "a\"b" | "c\n""#)
        ),
    ])
    func `llama.cpp gets grammars`(
        constraint: Constraint,
        field: String,
        expected: JSONValue
    ) async throws {
        let received = try await sent(.llamaServer, request { $0.constraint = constraint })
        #expect(received.body[field] == expected)
    }

    @Test(arguments: [
        (Constraint.choice(["a"]), "choice", JSONValue.array([.string("a")])),
        (.regex("a+"), "regex", .string("a+")), (.grammar("g"), "grammar", .string("g")),
        (.jsonSchema("{}"), "json", .object([])),
    ])
    func `vLLM gets every kind of constraint in either of its forms`(
        constraint: Constraint,
        name: String,
        expected: JSONValue
    ) async throws {
        let asked = request { $0.constraint = constraint }
        let received = try await sent(.vllm, asked)
        #expect(received.body["structured_outputs"]?[name] == expected)
        var older = OpenAIDialect.vllm
        older.constraints = .guided
        #expect(try await sent(older, asked).body["guided_\(name)"] == expected)
    }

    static let unsupported: [(OpenAIDialect, @Sendable (inout ModelRequest) -> Void)] = [
        (.openAIReasoning, { $0.sampling.temperature = 1 }),
        (.openAIReasoning, { $0.sampling.topP = 1 }),
        (.openAIReasoning, { $0.stop = ["a"] }),
        (.openAIReasoning, { $0.topLogProbabilities = 0 }),
        (.openAI, { $0.sampling.topK = 1 }),
        (.openAI, { $0.sampling.minP = 1 }),
        (.openAI, { $0.sampling.effort = "low" }),
        (.openAI, { $0.sampling.maxThinkingTokens = 1 }),
        (.openAI, { $0.topLogProbabilities = 21 }),
        (.openAI, { $0.partialReply = "a" }),
        (.openAI, { $0.constraint = .grammar("g") }),
        (.llamaServer, { $0.constraint = .regex("a") }),
        (.generic, { $0.constraint = .jsonSchema("{}") }),
    ]

    @Test(arguments: unsupported.indices)
    func `what is not declared is refused before anything is sent`(index: Int) async throws {
        let (dialect, change) = Self.unsupported[index]
        try await withModel(
            dialect,
            script: { _ in [.stall] },
            run: { model, server in
                await #expect {
                    try await model.generate(request("hi", change), onDelta: nil)
                } throws: { error in
                    guard let error = error as? ModelError else { return false }
                    return error.code == .unsupported && !error.isRetryable
                        && error.usage == Usage.none
                }
                #expect(server.requests.isEmpty)
            }
        )
    }

    static let wrong: [@Sendable (inout ModelRequest) -> Void] = [
        { $0.constraint = .jsonSchema("{") },
        { $0.sampling.temperature = .nan },
        { $0.messages.append(.assistant("and")) },
    ]

    @Test(arguments: wrong.indices)
    func `a request that cannot be meant is refused before anything is sent`(
        index: Int
    ) async throws {
        try await withModel(
            .llamaServer,
            script: { _ in [.stall] },
            run: { model, server in
                await #expect {
                    try await model.generate(request("hi", Self.wrong[index]), onDelta: nil)
                } throws: { ($0 as? ModelError)?.code == .badRequest }
                #expect(server.requests.isEmpty)
            }
        )
    }
}
