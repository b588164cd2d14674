import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// A server on a free port of the loopback interface that speaks the OpenAI wire format.
///
/// What it says is a function of messages and seed. It counts every call that it answers, by both,
/// so that a test can tell which calls were made twice.
final class ToyServer: Sendable {
    /// How the server treats calls.
    struct Conduct: Sendable {
        /// How long an answer takes, in milliseconds.
        var delay: Int64 = 0
        /// How many calls it answers; the ones after that hang.
        var answers = Int.max
        /// Calls whose prompt holds this text fail with status 500.
        var failing: String?
    }

    private struct Watcher {
        var count: Int
        var continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var conduct: Conduct
        var received = 0
        var answered: [ToyCall: Int] = [:]
        var watchers: [Watcher] = []
        var port = 0
    }

    private let state: Mutex<State>

    fileprivate init(_ conduct: Conduct) { state = Mutex(State(conduct: conduct)) }

    /// The address of the OpenAI endpoints.
    var address: String { "http://127.0.0.1:\(state.withLock { $0.port })/v1" }

    /// How the server treats calls from now on.
    var conduct: Conduct {
        get { state.withLock { $0.conduct } }
        set { state.withLock { $0.conduct = newValue } }
    }

    /// How many calls have come in.
    var received: Int { state.withLock { $0.received } }

    /// How often each call has been answered.
    var answered: [ToyCall: Int] { state.withLock { $0.answered } }

    /// Waits until so many calls have come in.
    func waitForCalls(_ count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                if state.received >= count { return true }
                state.watchers.append(Watcher(count: count, continuation: continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    /// Takes note of a call and says what becomes of it: it is answered after a delay, or never.
    func receive(_ call: ToyCall) -> (delay: Int64?, isFailing: Bool) {
        let (fate, ready) = state.withLock { state in
            state.received += 1
            let count = state.received
            let ready = state.watchers.filter { $0.count <= count }
            state.watchers.removeAll { $0.count <= count }
            let conduct = state.conduct
            let isFailing = conduct.failing.map { call.prompt.contains($0) } ?? false
            let isHung = !isFailing && state.answered.values.reduce(0, +) >= conduct.answers
            if !isHung, !isFailing { state.answered[call, default: 0] += 1 }
            return ((isHung ? nil : conduct.delay, isFailing), ready)
        }
        for watcher in ready { watcher.continuation.resume() }
        return fate
    }

    fileprivate func start() async throws -> any Channel {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 128)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let operations = channel.pipeline.syncOperations
                    try operations.configureHTTPServerPipeline()
                    try operations.addHandler(ToyServerHandler(server: self))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        state.withLock { $0.port = channel.localAddress?.port ?? 0 }
        return channel
    }
}

/// Runs a body beside a toy server; `stop` ends the server before the body does.
func withToyServer(
    _ conduct: ToyServer.Conduct = ToyServer.Conduct(),
    _ body: (_ server: ToyServer, _ stop: () async throws -> Void) async throws -> Void
) async throws {
    let server = ToyServer(conduct)
    let channel = try await server.start()
    do {
        try await body(server) { try await channel.close() }
    } catch {
        try? await channel.close()
        throw error
    }
    try? await channel.close()
}
