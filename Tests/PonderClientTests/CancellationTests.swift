import PonderClient
import PonderCore
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
    @Test func `cancelling in mid-stream throws and the server sees the connection close`()
        async throws
    {
        try await withModel(
            script: { _ in .stream([delta("a")]) + [.stall] },
            run: { model, server in
                let arrivals = AsyncStream<ReplyDelta>.makeStream()
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await model.generate(request()) { arrivals.continuation.yield($0) }
                        }
                    }
                    for await delta in arrivals.stream {
                        #expect(delta == .text("a"))
                        break
                    }
                    group.cancelAll()
                }
                await server.connectionClosed()
            }
        )
    }

    @Test func `cancelling before the server answers closes the connection`() async throws {
        let arrivals = AsyncStream<Void>.makeStream()
        try await withModel(
            script: { _ in
                arrivals.continuation.yield()
                return [.stall]
            },
            run: { model, server in
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await model.generate(request(), onDelta: nil)
                        }
                    }
                    for await _ in arrivals.stream { break }
                    group.cancelAll()
                }
                await server.connectionClosed()
            }
        )
    }

    @Test func `a task that is cancelled already sends nothing`() async throws {
        try await withModel(
            script: { _ in .reply(chat("a")) },
            run: { model, server in
                await withTaskGroup(of: Void.self) { group in
                    group.cancelAll()
                    group.addTask {
                        await #expect(throws: CancellationError.self) {
                            try await model.generate(request(), onDelta: nil)
                        }
                    }
                }
                #expect(server.requests.isEmpty)
            }
        )
    }

    @Test func `as many calls as the concurrency allows are in flight at once`() async throws {
        let count = 24
        let arrivals = AsyncStream<Void>.makeStream()
        try await withModel(
            change: { $0.concurrency = count },
            script: { _ in
                arrivals.continuation.yield()
                return [.stall]
            },
            run: { model, _ in
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<count {
                        group.addTask {
                            await #expect(throws: CancellationError.self) {
                                try await model.generate(request(), onDelta: nil)
                            }
                        }
                    }
                    var arrived = 0
                    for await _ in arrivals.stream {
                        arrived += 1
                        if arrived == count { break }
                    }
                    group.cancelAll()
                }
            }
        )
    }
}
