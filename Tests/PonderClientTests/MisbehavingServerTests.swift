import PonderClient
import PonderCore
import Testing

@Suite(.timeLimit(.minutes(1)))
struct MisbehavingServerTests {
    @Test(arguments: [
        (["Retry-After": "7"], Duration.seconds(7)),
        (["Retry-After": "7", "retry-after-ms": "250"], .milliseconds(250)),
        (
            [
                "Retry-After": "Tue, 01 Mar 2022 00:00:05 GMT",
                "Date": "Mon, 28 Feb 2022 23:59:50 GMT",
            ],
            .seconds(15)
        ),
        (
            [
                "Retry-After": "Thu, 29 Feb 2024 00:00:00 GMT",
                "Date": "Thu, 29 Feb 2024 00:00:01 GMT",
            ],
            .zero
        ),
        (["Retry-After": "Tue, 01 Mar 2022 00:00:05 GMT"], nil),
        (["Retry-After": "soon"], nil), (["Retry-After": "-1"], nil), ([:], nil),
    ])
    func `429 says how long to wait where the server does`(
        headers: [String: String],
        expected: Duration?
    ) async throws {
        let error = try await failure { _ in
            .reply(#"{"error":{"message":"slow down"}}"#, status: 429, headers: headers)
        }
        #expect(error.code == .rateLimited)
        #expect(error.isRetryable)
        #expect(!error.isFatal)
        #expect(error.retryAfter == expected)
        #expect(error.usage == Usage.none)
        #expect(error.message.contains("429"))
        #expect(error.message.contains("\"slow down\""))
        #expect(error.message.contains("/v1/chat/completions"))
    }

    @Test(arguments: [
        (400, ModelError.Code.badRequest, false, false), (401, .authentication, false, true),
        (402, .authentication, false, true), (403, .authentication, false, true),
        (404, .notFound, false, true), (408, .server, true, false), (409, .server, true, false),
        (422, .badRequest, false, false), (425, .server, true, false),
        (500, .server, true, false), (501, .unsupported, false, false),
        (503, .server, true, false), (529, .server, true, false),
    ])
    func `a status before anything was generated is typed and uses nothing`(
        status: Int,
        code: ModelError.Code,
        isRetryable: Bool,
        isFatal: Bool
    ) async throws {
        let error = try await failure { _ in .reply("what it said", status: status) }
        #expect(error.code == code)
        #expect(error.isRetryable == isRetryable)
        #expect(error.isFatal == isFatal)
        #expect(error.usage == Usage.none)
        #expect(error.message.contains("what it said"))
    }

    @Test(arguments: [502, 504, 524])
    func `a gateway that gave up leaves open what was used`(status: Int) async throws {
        let error = try await failure { _ in .reply("", status: status) }
        #expect(error.isRetryable)
        #expect(error.usage == nil)
    }

    @Test func `an account without credit is not tried again`() async throws {
        let error = try await failure { _ in
            .reply(#"{"error":{"message":"m","code":"insufficient_quota"}}"#, status: 429)
        }
        #expect(error.code == .authentication)
        #expect(!error.isRetryable)
        #expect(error.isFatal)
    }

    @Test(arguments: [
        #"{"error":{"code":400,"message":"request (4031 tokens) exceeds the available context","#
            + #""type":"exceed_context_size_error"}}"#,
        #"{"error":{"message":"too long","code":"context_length_exceeded"}}"#,
        #"{"object":"error","message":"This model's maximum context length is 2048 tokens."}"#,
    ])
    func `a prompt that does not fit is explained`(body: String) async throws {
        let error = try await failure { _ in .reply(body, status: 400) }
        #expect(error.code == .badRequest)
        #expect(!error.isRetryable)
        #expect(error.message.contains("shorten the prompt or lower the output limit"))
    }

    @Test func `redirects are not followed`() async throws {
        let error = try await failure { _ in
            .reply("", status: 307, headers: ["Location": "http://elsewhere.example/v1"])
        }
        #expect(error.code == .badRequest)
        #expect(error.isFatal)
        #expect(error.message.contains("http://elsewhere.example/v1"))
    }

    @Test func `a server that is not there is unreachable and nothing was used`() async throws {
        var address: ServerAddress?
        try await withLoopbackServer({ _ in [] }, { address = try $0.address })
        let settings = OpenAIModelSettings(
            address: try #require(address),
            model: "m",
            dialect: .generic
        )
        try await withOpenAIModel(settings) { model in
            _ = await #expect {
                try await model.generate(request(), onDelta: nil)
            } throws: { error in
                guard let error = error as? ModelError else { return false }
                return error.code == .unreachable && error.isRetryable
                    && error.usage == Usage.none
            }
        }
    }

    @Test func `headers that do not come in time are a timeout`() async throws {
        let limits = CallTimeouts(firstByte: .milliseconds(50))
        let error = try await failure(change: { $0.timeouts = limits }, script: { _ in [.stall] })
        #expect(error.code == .timeout)
        #expect(error.isRetryable)
        #expect(error.usage == nil)
        #expect(error.message.contains("did not begin to answer within 0.05 seconds"))
    }

    @Test func `a stream that stalls is a timeout and its connection is closed`() async throws {
        let limits = CallTimeouts(idle: .milliseconds(50))
        try await withModel(
            change: { $0.timeouts = limits },
            script: { _ in .stream([delta("a")]) + [.stall] },
            run: { model, server in
                await #expect {
                    try await model.generate(request()) { _ in }
                } throws: { error in
                    guard let error = error as? ModelError else { return false }
                    return error.code == .timeout && error.isRetryable && error.usage == nil
                        && error.message.contains("fell silent")
                }
                await server.connectionClosed()
            }
        )
    }

    @Test func `a call that goes on for too long is a timeout`() async throws {
        let limits = CallTimeouts(total: .milliseconds(50))
        let error = try await failure(
            streamed: true,
            change: { $0.timeouts = limits },
            script: { _ in .stream([delta("a")]) + [.stall] }
        )
        #expect(error.code == .timeout)
        #expect(error.message.contains("was not complete within"))
    }

    @Test(arguments: [false, true], [false, true])
    func `a connection that breaks in mid-reply is lost`(
        isReset: Bool,
        isStreamed: Bool
    ) async throws {
        let error = try await failure(streamed: isStreamed) { _ in
            let type = isStreamed ? "text/event-stream" : "application/json"
            return [
                .head(200, ["Content-Type": type]), .send("data: {}"),
                isReset ? .reset : .close,
            ]
        }
        #expect(error.code == .connectionLost)
        #expect(error.isRetryable)
        #expect(error.usage == nil)
    }

    @Test func `a stream that ends in good order before its reply is cut off`() async throws {
        let error = try await failure(streamed: true) { _ in .stream([delta("a")]) + [.end] }
        #expect(error.code == .connectionLost)
        #expect(error.isRetryable)
        #expect(error.usage == nil)
    }

    @Test(arguments: ["{\"choices\": [", "<html>", "", "[]", "{}"])
    func `JSON that is malformed or of another shape is a malformed reply`(
        body: String
    ) async throws {
        let error = try await failure { _ in .reply(body) }
        #expect(error.code == .malformedReply)
        #expect(error.isRetryable)
        #expect(error.usage == nil)
    }

    @Test func `an event that is not JSON is a malformed reply`() async throws {
        let error = try await failure(streamed: true) { _ in
            .stream([delta("a"), "{oops"]) + [.stall]
        }
        #expect(error.code == .malformedReply)
        #expect(error.isRetryable)
        #expect(error.usage == nil)
    }

    @Test func `a stream without a single event is cut off`() async throws {
        let error = try await failure(streamed: true) { _ in
            [.head(200, ["Content-Type": "text/event-stream"]), .send("no event\n\n"), .end]
        }
        #expect(error.code == .connectionLost)
    }

    @Test func `an error inside a stream is the server's`() async throws {
        let error = try await failure(streamed: true) { _ in
            .stream([delta("a"), #"{"error":{"message":"out of memory"}}"#]) + [.end]
        }
        #expect(error.code == .server)
        #expect(error.isRetryable)
        #expect(error.usage == nil)
        #expect(error.message.contains("out of memory"))
    }

    @Test func `an error inside a stream keeps the meaning of its code`() async throws {
        let error = try await failure(streamed: true) { _ in
            .stream([#"{"error":{"message":"bad","code":400}}"#]) + [.end]
        }
        #expect(error.code == .badRequest)
        #expect(!error.isRetryable)
        #expect(error.usage == nil)
    }

    @Test(arguments: ["text/html", "text/plain; charset=utf-8", ""])
    func `another content type is named and not tried again`(type: String) async throws {
        let error = try await failure { _ in .reply(chat("a"), type: type) }
        #expect(error.code == .malformedReply)
        #expect(!error.isRetryable)
        #expect(error.message.contains("content type '\(type)'"))
    }

    @Test func `a reply without choices says what it used`() async throws {
        let error = try await failure { _ in
            .reply(#"{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}"#)
        }
        #expect(error.code == .malformedReply)
        #expect(error.isRetryable)
        #expect(error.usage == Usage(prompt: .reported(3), output: .reported(4)))
    }

    @Test(arguments: [false, true])
    func `a line of 100 MB is an error before it is read to its end`(
        isStreamed: Bool
    ) async throws {
        let piece = String(repeating: "x", count: 1 << 16)
        let type = isStreamed ? "text/event-stream" : "application/json"
        try await withModel(
            change: { $0.maximumReplyBytes = 1 << 20 },
            script: { _ in
                [
                    .head(200, ["Content-Type": type]), .send("data: "),
                    .repeated(piece, count: 1600), .end,
                ]
            },
            run: { model, server in
                await #expect {
                    try await model.generate(request()) { _ in }
                } throws: { error in
                    guard let error = error as? ModelError else { return false }
                    return error.code == .malformedReply && error.message.contains("1048576 bytes")
                        && error.usage == nil
                }
                await server.connectionClosed()
                #expect(server.sentBytes < 50 << 20)
            }
        )
    }

    @Test func `a stream that never ends is an error`() async throws {
        let error = try await failure(
            streamed: true,
            change: { $0.maximumReplyBytes = 1024 },
            script: { _ in
                .stream([]) + [.repeated("data: \(delta("aaaaaaaa"))\n\n", count: 100_000)]
            }
        )
        #expect(error.code == .malformedReply)
        #expect(error.message.contains("1024 bytes"))
    }

    @Test func `a choice that was not asked for is a malformed reply`() async throws {
        let error = try await failure(streamed: true) { _ in
            .stream([delta("a", index: 1)]) + [.end]
        }
        #expect(error.code == .malformedReply)
        #expect(error.message.contains("choice 1"))
    }

    @Test func `what a server says is shortened to one line`() async throws {
        let error = try await failure { _ in
            .reply("first\nsecond" + String(repeating: "x", count: 1000), status: 500)
        }
        #expect(error.message.contains("\"first second"))
        #expect(error.message.hasSuffix("x…\""))
        #expect(error.message.count < 450)
    }
}
