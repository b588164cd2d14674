import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Turns SIGINT and SIGTERM into cancellation: the first one ends the work, the second the process.
enum Interruption {
    /// The exit code of a run that a signal ended.
    static let exitCode: Int32 = 130

    /// Runs a body that the first signal cancels; the second one ends the process.
    ///
    /// The body should return what it has when it is cancelled, and may write files then: it has
    /// until the second signal.
    /// - Parameter abandon: runs before a second signal ends the process at once.
    /// - Throws: what the body throws.
    static func cancelling<Value: Sendable>(
        abandon: @escaping @Sendable () -> Void = {},
        _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
        let count = Mutex(0)
        let numbers = [SIGINT, SIGTERM]
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let isSecond = count.withLock { count in
                    count += 1
                    return count > 1
                }
                if isSecond {
                    abandon()
                    _exit(exitCode)
                }
                continuation.yield(number)
            }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in numbers { signal(number, SIG_DFL) }
        }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                for await _ in signals { return nil }
                return nil
            }
            // The first to end is the body or the signal; either way the other one is cancelled.
            var outcome = try await group.next() ?? nil
            group.cancelAll()
            while let next = try await group.next() { outcome = outcome ?? next }
            guard let outcome else { throw CancellationError() }
            return outcome
        }
    }
}
