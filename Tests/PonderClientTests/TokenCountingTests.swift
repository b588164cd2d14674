import PonderClient
import PonderCore
import PonderWire
import Testing

@Suite(.timeLimit(.minutes(1)))
struct TokenCountingTests {
    @Test func `bytes bound the tokens of every text that is sent`() async throws {
        let asked = request("hé") {
            $0.partialReply = "So"
            $0.constraint = .choice(["a", "bc"])
        }
        try await withModel(
            change: { $0.tokenCounting = .bytes(perMessage: 10, fixed: 100) },
            script: { _ in [.stall] },
            run: { model, server in
                // Three bytes, two, three; two texts; the whole.
                let bound = try await model.tokenUpperBound(of: asked)
                #expect(bound == 8 + 20 + 100)
                #expect(server.requests.isEmpty)
            }
        )
    }

    @Test func `llama.cpp counts the prompt that its template writes`() async throws {
        let asked = request { $0.partialReply = "So" }
        try await withModel(
            .llamaServer,
            change: { $0.tokenCounting = .llamaServer },
            script: { request in
                request.path == "/tokenize"
                    ? .reply(#"{"tokens":[1,2,3]}"#) : .reply(#"{"prompt":"<u>hi<a>"}"#)
            },
            run: { model, server in
                let bound = try await model.tokenUpperBound(of: asked)
                #expect(bound == 3)
                #expect(server.requests.map(\.path) == ["/apply-template", "/tokenize"])
                #expect(server.requests.last?.body["content"] == .string("<u>hi<a>So"))
            }
        )
    }

    @Test func `a prompt that is not laid out by a template is counted as it is`() async throws {
        try await withModel(
            .llamaServer,
            change: {
                $0.tokenCounting = .llamaServer
                $0.endpoint = .completions(separator: "\n")
            },
            script: { _ in .reply(#"{"tokens":[1]}"#) },
            run: { model, server in
                let bound = try await model.tokenUpperBound(of: request())
                #expect(bound == 1)
                #expect(server.requests.map(\.path) == ["/tokenize"])
            }
        )
    }

    @Test(arguments: ["{}", "nonsense"])
    func `a count that cannot be read is an error that used nothing`(body: String) async throws {
        try await withModel(
            .llamaServer,
            change: { $0.tokenCounting = .llamaServer },
            script: { _ in .reply(body) },
            run: { model, _ in
                await #expect {
                    try await model.tokenUpperBound(of: request())
                } throws: { error in
                    guard let error = error as? ModelError else { return false }
                    return error.code == .malformedReply && error.usage == Usage.none
                }
            }
        )
    }
}
