public import PonderCore
import Synchronization

/// Holds replies back until no further call comes in, and lets them go in a seeded random order.
///
/// A search must not notice: its results may not depend on the order in which calls finish.
public final class ShufflingModel: LanguageModel {
    private struct Held {
        var rank: UInt64
        var turns = 0
    }

    private struct State {
        var held: [Int: Held] = [:]
        var next = 0
    }

    /// How many turns of the scheduler without a new call mean that all are in.
    private static let patience = 6

    private let base: any LanguageModel
    private let seed: Seed
    private let state = Mutex(State())

    /// Creates a model that shuffles the replies of another.
    public init(_ base: any LanguageModel, seed: Seed) {
        self.base = base
        self.seed = seed
    }

    /// The identity of the model beneath.
    public var identity: ModelIdentity { base.identity }

    /// The capabilities of the model beneath.
    public var capabilities: ModelCapabilities { base.capabilities }

    /// The bound of the model beneath.
    @concurrent
    public func tokenUpperBound(of request: ModelRequest) async throws -> Int {
        try await base.tokenUpperBound(of: request)
    }

    /// Takes the reply of the model beneath and holds it back until it is its turn.
    @concurrent
    public func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        let reply = try await base.generate(request, onDelta: onDelta)
        let rank = seed.child("\(request.seed ?? 0)").value
        let id = state.withLock { state in
            state.next += 1
            for key in state.held.keys { state.held[key]?.turns = 0 }
            state.held[state.next] = Held(rank: rank)
            return state.next
        }
        defer { state.withLock { state in _ = state.held.removeValue(forKey: id) } }
        while !mayGo(id) {
            try Task.checkCancellation()
            await Task.yield()
        }
        return reply
    }

    private func mayGo(_ id: Int) -> Bool {
        state.withLock { state in
            guard let own = state.held[id] else { return true }
            state.held[id]?.turns += 1
            guard own.turns >= Self.patience else { return false }
            return state.held.allSatisfy { key, other in (own.rank, id) <= (other.rank, key) }
        }
    }
}
