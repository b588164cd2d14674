public import PonderCore
import Synchronization

/// A draw store that lives as long as the process.
public final class MemoryDrawStore: DrawStore {
    private struct State {
        var draws: [DrawAddress: [RecordedDraw]] = [:]
        var attempts: [DrawAddress: [Usage]] = [:]
        var bounds: [Digest: Int] = [:]
        var nextEntry: Int64 = 0
    }

    private let state = Mutex(State())

    /// Creates an empty store.
    public init() {}

    /// Returns the recorded draws of an address in rising order of limits.
    public func draws(at address: DrawAddress) -> [RecordedDraw] {
        state.withLock { $0.draws[address] ?? [] }
    }

    /// Returns what every failed attempt at an address used.
    public func failedAttempts(at address: DrawAddress) -> [Usage] {
        state.withLock { $0.attempts[address] ?? [] }
    }

    /// Numbers an attempt.
    public func open(_ address: DrawAddress, bound: Spend) -> Int64 {
        state.withLock { state in
            state.nextEntry += 1
            return state.nextEntry
        }
    }

    /// Keeps a draw unless one with the same limit is there.
    public func commit(
        _ draw: RecordedDraw,
        at address: DrawAddress,
        request: ModelRequest,
        model: ModelIdentity,
        entry: Int64,
        billed: Spend
    ) {
        state.withLock { state in
            var draws = state.draws[address] ?? []
            guard !draws.contains(where: { $0.outputLimit == draw.outputLimit }) else { return }
            draws.append(draw)
            draws.sort { $0.outputLimit < $1.outputLimit }
            state.draws[address] = draws
        }
    }

    /// Keeps what a failed attempt used.
    public func abandon(
        _ address: DrawAddress,
        usage: Usage?,
        entry: Int64,
        billed: Spend
    ) {
        guard let usage else { return }
        state.withLock { $0.attempts[address, default: []].append(usage) }
    }

    /// Returns a recorded bound of a prompt's tokens.
    public func promptBound(of prompt: Digest) -> Int? {
        state.withLock { $0.bounds[prompt] }
    }

    /// Records a bound of a prompt's tokens.
    public func recordPromptBound(_ tokens: Int, of prompt: Digest) {
        state.withLock { $0.bounds[prompt] = tokens }
    }
}
