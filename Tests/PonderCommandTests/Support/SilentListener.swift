import NIOCore
import NIOPosix

/// A listener on a free port of the loopback interface that takes connections and says nothing.
final class SilentListener: Sendable {
    /// The address that leads nowhere.
    let address: String

    private let connections: AsyncStream<Void>

    init() throws {
        let (connections, continuation) = AsyncStream.makeStream(of: Void.self)
        self.connections = connections
        let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                continuation.yield()
                return channel.eventLoop.makeSucceededVoidFuture()
            }
            .bind(host: "127.0.0.1", port: 0).wait()
        address = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/v1"
    }

    /// Waits until somebody has connected.
    func waitForConnection() async throws { for await _ in connections { return } }
}
