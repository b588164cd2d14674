import PonderClient
import PonderCore
import Testing

@Suite(.timeLimit(.minutes(1)))
struct KeyTests {
    @Test func `a bad key fails at once and the error says which`() async throws {
        let key = try APIKey("sk-secret-1", variable: "LAB_KEY")
        let error = try await failure(
            change: { $0.key = key },
            script: { _ in
                .reply(#"{"error":{"message":"wrong key sk-secret-1, sorry"}}"#, status: 401)
            }
        )
        #expect(error.code == .authentication)
        #expect(!error.isRetryable)
        #expect(error.isFatal)
        #expect(error.message.contains("the environment variable LAB_KEY was not accepted"))
        #expect(error.message.contains("wrong key [key from LAB_KEY], sorry"))
        #expect(!error.message.contains("sk-secret-1"))
    }

    @Test func `a server that wants a key when none was sent is explained`() async throws {
        let error = try await failure { _ in .reply("", status: 401) }
        #expect(error.isFatal)
        #expect(error.message.contains("no key was sent"))
    }

    @Test func `a key that a stream repeats is not shown`() async throws {
        let key = try APIKey("sk-secret-1", variable: "LAB_KEY")
        let error = try await failure(
            streamed: true,
            change: { $0.key = key },
            script: { _ in
                .stream([#"{"error":"for sk-secret-1"}"#]) + [.end]
            }
        )
        #expect(!error.message.contains("sk-secret-1"))
    }
}
