import PonderClient
import PonderCore
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProbeTests {
    private let props =
        #"{"total_slots":4,"model_path":"/m.gguf","default_generation_settings":{"n_ctx":2048}}"#

    @Test func `a llama.cpp server says what it runs`() async throws {
        let props = props
        try await withModel(
            .llamaServer,
            script: { request in
                request.path == "/props" ? .reply(props) : .reply(#"{"data":[{"id":"m"}]}"#)
            },
            run: { model, server in
                let report = try await model.probe()
                #expect(report.models == ["m"])
                #expect(
                    report.llamaServer
                        == ServerReport.LlamaServer(
                            slots: 4,
                            contextTokens: 2048,
                            modelPath: "/m.gguf"
                        )
                )
                #expect(server.requests.map(\.method) == ["GET", "GET"])
                #expect(server.requests.map(\.path) == ["/v1/models", "/props"])
            }
        )
    }

    @Test func `a model that is not served is not found and the others are named`() async throws {
        try await withModel(
            script: { _ in .reply(#"{"data":[{"id":"a"},{"id":"b"}]}"#) },
            run: {
                model,
                _ in
                await #expect { try await model.probe() } throws: { error in
                    guard let error = error as? ModelError else { return false }
                    return error.code == .notFound && error.isFatal
                        && error.message.contains("it serves: a, b")
                }
            }
        )
    }

    @Test func `a server without a list of models is taken at its word`() async throws {
        try await withModel(
            script: { _ in .reply("", status: 404) },
            run: { model, server in
                let report = try await model.probe()
                #expect(report == ServerReport())
                #expect(server.requests.map(\.path) == ["/v1/models"])
            }
        )
    }

    @Test func `more draws per call than slots are refused`() async throws {
        let props = props
        try await withModel(
            .llamaServer,
            change: { $0.drawsPerCall = 5 },
            script: { request in
                request.path == "/props" ? .reply(props) : .reply(#"{"data":[{"id":"m"}]}"#)
            },
            run: { model, _ in
                await #expect { try await model.probe() } throws: {
                    ($0 as? ModelError)?.code == .badRequest
                }
            }
        )
    }

    @Test func `a bad key is found before a run`() async throws {
        try await withModel(
            script: { _ in .reply("", status: 401) },
            run: { model, _ in
                await #expect { try await model.probe() } throws: {
                    ($0 as? ModelError)?.code == .authentication
                }
            }
        )
    }
}
