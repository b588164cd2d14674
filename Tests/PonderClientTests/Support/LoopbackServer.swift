import NIOCore
import NIOHTTP1
import NIOPosix
import PonderClient
import PonderCore
import Synchronization

/// A server on a free port of the loopback interface that answers by a script.
final class LoopbackServer: Sendable {
    /// Decides how a request is answered.
    typealias Script = @Sendable (ReceivedRequest) -> [ServerStep]

    private struct State {
        var requests: [ReceivedRequest] = []
        var sentBytes = 0
        var address = ""
    }

    private let script: Script
    private let state = Mutex(State())
    private let closings = AsyncStream<Void>.makeStream()

    fileprivate init(script: @escaping Script) { self.script = script }

    /// The address of the OpenAI endpoints.
    var address: ServerAddress {
        get throws { try ServerAddress(state.withLock { $0.address }) }
    }

    /// What has been received, in order.
    var requests: [ReceivedRequest] { state.withLock { $0.requests } }

    /// How many bytes of repeated pieces were taken.
    var sentBytes: Int { state.withLock { $0.sentBytes } }

    /// Waits until a connection has been closed.
    func connectionClosed() async { for await _ in closings.stream { return } }

    func answer(_ request: ReceivedRequest) -> [ServerStep] {
        state.withLock { $0.requests.append(request) }
        return script(request)
    }

    func noteSent(_ count: Int) { state.withLock { $0.sentBytes += count } }

    func noteClosed() { closings.continuation.yield() }

    fileprivate func start() async throws -> any Channel {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let operations = channel.pipeline.syncOperations
                    try operations.configureHTTPServerPipeline()
                    try operations.addHandler(LoopbackHandler(server: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let port = channel.localAddress?.port ?? 0
        state.withLock { $0.address = "http://127.0.0.1:\(port)/v1" }
        return channel
    }
}

/// Runs a body beside a loopback server.
func withLoopbackServer(
    _ script: @escaping LoopbackServer.Script,
    _ body: (LoopbackServer) async throws -> Void
) async throws {
    let server = LoopbackServer(script: script)
    let channel = try await server.start()
    do {
        try await body(server)
    } catch {
        try? await channel.close()
        throw error
    }
    try await channel.close()
}
