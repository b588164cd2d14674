import PonderClient
import PonderCore
import PonderWire
import Synchronization
import Testing

/// Runs against a real llama.cpp server that the environment names; skipped without one.
///
/// `PONDER_LIVE_BASE_URL` is its address with `/v1`, `PONDER_LIVE_MODEL` the name of a chat model.
/// The server needs two slots at least.
@Suite(.enabled(if: LiveServer.isConfigured), .serialized, .timeLimit(.minutes(5)))
struct LiveServerTests {
    private func withLiveModel(
        change: (inout OpenAIModelSettings) -> Void = { _ in },
        run body: (OpenAIModel) async throws -> Void
    ) async throws {
        let url = try #require(LiveServer.baseURL)
        let model = try #require(LiveServer.model)
        var settings = OpenAIModelSettings(
            address: try ServerAddress(url),
            model: model,
            dialect: .llamaServer
        )
        settings.tokenCounting = .llamaServer
        settings.drawsPerCall = 2
        change(&settings)
        try await withOpenAIModel(settings, body)
    }

    private func ask(
        _ text: String = "Count from one to five.",
        limit: Int = 12,
        _ change: (inout ModelRequest) -> Void = { _ in }
    ) -> ModelRequest {
        request(text, limit: limit) { request in
            request.sampling.temperature = 0
            change(&request)
        }
    }

    @Test func `the server says what it runs`() async throws {
        try await withLiveModel { model in
            let report = try await model.probe()
            #expect(report.models?.contains(model.settings.model) == true)
            #expect((report.llamaServer?.slots ?? 0) >= 2)
            #expect((report.llamaServer?.contextTokens ?? 0) > 0)
        }
        try await withLiveModel(
            change: { $0.model = "no-such-model" },
            run: { model in
                await #expect { try await model.probe() } throws: {
                    ($0 as? ModelError)?.code == .notFound
                }
            }
        )
    }

    @Test func `streamed and collected replies are the same`() async throws {
        try await withLiveModel { model in
            let seen = Mutex("")
            let streamed = try await model.generate(ask()) { delta in
                if case .text(let text) = delta { seen.withLock { $0 += text } }
            }
            let collected = try await model.generate(ask(), onDelta: nil)
            #expect(!streamed.text.isEmpty)
            #expect(streamed.text == collected.text)
            #expect(streamed.text == seen.withLock { $0 })
            #expect(streamed.finish == .length)
            #expect(streamed.usage.output == .reported(12))
            #expect(streamed.usage.prompt == collected.usage.prompt)
            #expect(collected.usage.output == .reported(12))
        }
    }

    @Test func `token counts are exact`() async throws {
        let asked = [
            ask(), ask { $0.messages.insert(.system("Be brief."), at: 0) },
            ask { $0.partialReply = "One, two," },
            ask { $0.constraint = .jsonSchema(#"{"type":"object"}"#) },
        ]
        try await withLiveModel { model in
            for request in asked {
                let bound = try await model.tokenUpperBound(of: request)
                let reply = try await model.generate(request, onDelta: nil)
                #expect(reply.usage.prompt == .reported(bound))
            }
        }
        try await withLiveModel(
            change: { $0.tokenCounting = .bytes },
            run: { model in
                let bound = try await model.tokenUpperBound(of: asked[0])
                let reply = try await model.generate(asked[0], onDelta: nil)
                #expect(reply.usage.prompt.value <= bound)
            }
        )
    }

    @Test func `log-probabilities are those of the answer's tokens`() async throws {
        try await withLiveModel { model in
            let asked = ask { $0.topLogProbabilities = 3 }
            let reply = try await model.generate(asked, onDelta: nil)
            let tokens = try #require(reply.tokens)
            #expect(tokens.map(\.text).joined() == reply.text)
            #expect(tokens.allSatisfy { $0.logProbability <= 0 && $0.alternatives.count == 3 })
            // Greedy: the likeliest token is the chosen one.
            #expect(tokens.allSatisfy { $0.alternatives[0].text == $0.text })
            let plain = ask { $0.topLogProbabilities = 0 }
            let watched = try await model.generate(plain) { _ in }
            #expect(watched.tokens?.map(\.text) == tokens.map(\.text))
            #expect(watched.tokens?.allSatisfy { $0.alternatives.isEmpty } == true)
        }
    }

    @Test func `equal seeds give equal replies and others differ`() async throws {
        func draw(_ seed: UInt64) -> ModelRequest {
            request("Write a line of poetry.", limit: 16) {
                $0.sampling.temperature = 1.5
                $0.seed = seed
            }
        }
        try await withLiveModel { model in
            let first = try await model.generate(draw(7), onDelta: nil)
            let again = try await model.generate(draw(7), onDelta: nil)
            let other = try await model.generate(draw(8), onDelta: nil)
            #expect(first.text == again.text)
            #expect(first.text != other.text)
        }
    }

    @Test func `a stop string ends the reply and is not part of it`() async throws {
        try await withLiveModel { model in
            let whole = try await model.generate(ask(), onDelta: nil).text
            let words = whole.split(separator: " ")
            let stop = String(try #require(words.dropFirst().first))
            let asked = ask {
                $0.stop = [stop]
                $0.topLogProbabilities = 0
            }
            let reply = try await model.generate(asked, onDelta: nil)
            #expect(reply.finish == .stop)
            #expect(!reply.text.contains(stop))
            #expect(whole.hasPrefix(reply.text))
            #expect(reply.tokens?.map(\.text).joined().hasPrefix(reply.text) == true)
        }
    }

    @Test func `a partial reply is continued in either way and not repeated`() async throws {
        let asked = ask("Count from 1 to 9.", limit: 6) { $0.partialReply = "1, 2, 3," }
        var continued: [String] = []
        try await withLiveModel { model in
            let reply = try await model.generate(asked, onDelta: nil)
            #expect(reply.usage.output == .reported(6))
            continued.append(reply.text)
        }
        try await withLiveModel(
            change: {
                $0.dialect.continuation = .appliedTemplate
                $0.dialect.thinking = .none
            },
            run: { model in
                continued.append(try await model.generate(asked, onDelta: nil).text)
            }
        )
        #expect(continued[0].hasPrefix(" 4"))
        #expect(continued[0] == continued[1])
    }

    @Test func `grammars, choices and schemas constrain the reply`() async throws {
        let schema = """
            {"type":"object","properties":{"reason":{"type":"string","maxLength":8},
            "answer":{"type":"integer"}},"required":["reason","answer"],
            "additionalProperties":false}
            """
        for endpoint in [OpenAIEndpoint.chat, .completions(separator: "\n")] {
            try await withLiveModel(
                change: { $0.endpoint = endpoint },
                run: { model in
                    let grammar = ask { $0.constraint = .grammar(#"root ::= "yes" | "no""#) }
                    #expect(
                        ["yes", "no"].contains(try await model.generate(grammar, onDelta: nil).text)
                    )
                    let choice = ask { $0.constraint = .choice(["\"a\"", "b\\\n"]) }
                    let chosen = try await model.generate(choice, onDelta: nil).text
                    #expect(["\"a\"", "b\\\n"].contains(chosen))
                    let object = ask(limit: 60) { $0.constraint = .jsonSchema(schema) }
                    let reply = try await model.generate(object, onDelta: nil)
                    let members = try #require(try JSONParser.parse(reply.text).members)
                    #expect(members.map(\.name) == ["reason", "answer"])
                }
            )
        }
        try await withLiveModel { model in
            let broken = ask { $0.constraint = .grammar("root ::= nothing") }
            await #expect {
                try await model.generate(broken, onDelta: nil)
            } throws: { ($0 as? ModelError)?.code == .badRequest }
        }
    }

    @Test func `several choices are counted one by one`() async throws {
        try await withLiveModel { model in
            let asked = request("Say a word.", limit: 8) {
                $0.sampling.temperature = 1.5
                $0.seed = 5
            }
            let batch = try await model.generate(asked, count: 2)
            #expect(batch.missing == nil)
            #expect(batch.replies.count == 2)
            #expect(batch.replies[0].text != batch.replies[1].text)
            let bound = try await model.tokenUpperBound(of: asked)
            #expect(batch.replies.map(\.usage.prompt) == [.reported(bound), .reported(0)])
            for reply in batch.replies {
                #expect(reply.usage.output.source == .reported)
                #expect((1...8).contains(reply.usage.output.value))
            }
        }
    }

    @Test func `a plain completion continues its prompt`() async throws {
        try await withLiveModel(
            change: { $0.endpoint = .completions(separator: "") },
            run: { model in
                let asked = ask("1, 2, 3, 4,", limit: 4) { $0.topLogProbabilities = 2 }
                let bound = try await model.tokenUpperBound(of: asked)
                let collected = try await model.generate(asked, onDelta: nil)
                let streamed = try await model.generate(asked) { _ in }
                #expect(collected.text.hasPrefix(" 5"))
                #expect(streamed.text == collected.text)
                #expect(collected.usage.prompt == .reported(bound))
                #expect(collected.tokens?.map(\.text).joined() == collected.text)
                #expect(streamed.usage.output == .reported(4))
            }
        )
    }

    @Test func `a prompt beyond the context is explained`() async throws {
        try await withLiveModel { model in
            let long = ask(String(repeating: "hello ", count: 10_000))
            await #expect {
                try await model.generate(long, onDelta: nil)
            } throws: { error in
                guard let error = error as? ModelError else { return false }
                return error.code == .badRequest && error.usage == Usage.none
                    && error.message.contains("shorten the prompt")
            }
        }
    }

    @Test func `cancelled calls leave the server free at once`() async throws {
        try await withLiveModel(
            change: { $0.timeouts.total = .seconds(10) },
            run: { model in
                let report = try await model.probe()
                let slots = try #require(report.llamaServer?.slots)
                let arrivals = AsyncStream<Void>.makeStream()
                // Every slot is busy for far longer than the last call may take.
                let long = request("Tell a long story.", limit: 1900) {
                    $0.constraint = .grammar(#"root ::= "a" root | "a""#)
                }
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<slots {
                        group.addTask {
                            await #expect(throws: CancellationError.self) {
                                try await model.generate(long) { _ in arrivals.continuation.yield()
                                }
                            }
                        }
                    }
                    for await _ in arrivals.stream { break }
                    group.cancelAll()
                }
                let reply = try await model.generate(ask(limit: 2), onDelta: nil)
                #expect(reply.usage.output == .reported(2))
            }
        )
    }
}
