public import Ponder

/// Serves the draws of sample pools, and leaves all others to another store.
public struct SamplePoolStore: DrawStore {
    private let draws: [DrawKey: [RecordedDraw]]
    private let base: (any DrawStore)?

    /// Creates a store over one that keeps the draws of other models; without it nothing does.
    public init(_ pools: [String: SamplePool], over base: (any DrawStore)?) {
        var draws: [DrawKey: [RecordedDraw]] = [:]
        for pool in pools.values { draws.merge(pool.draws) { first, _ in first } }
        self.draws = draws
        self.base = base
    }

    /// The sample at the address's index, whatever its stream.
    public func draws(at address: DrawAddress) throws -> [RecordedDraw] {
        guard let samples = draws[address.key] else {
            return try base?.draws(at: address) ?? []
        }
        return samples.indices.contains(address.index) ? [samples[address.index]] : []
    }

    /// What failed attempts at other models' draws used.
    public func failedAttempts(at address: DrawAddress) throws -> [Usage] {
        try base?.failedAttempts(at: address) ?? []
    }

    /// Journals an attempt with the other store.
    public func open(_ address: DrawAddress, bound: Spend) throws -> Int64 {
        try base?.open(address, bound: bound) ?? 0
    }

    /// Commits another model's draw.
    public func commit(
        _ draw: RecordedDraw,
        at address: DrawAddress,
        request: ModelRequest,
        model: ModelIdentity,
        entry: Int64,
        billed: Spend
    ) throws {
        try base?.commit(
            draw,
            at: address,
            request: request,
            model: model,
            entry: entry,
            billed: billed
        )
    }

    /// Closes the journal entry of another model's attempt.
    public func abandon(
        _ address: DrawAddress,
        usage: Usage?,
        entry: Int64,
        billed: Spend
    ) throws {
        try base?.abandon(address, usage: usage, entry: entry, billed: billed)
    }

    /// A recorded bound of another model's prompt.
    public func promptBound(of prompt: Digest) throws -> Int? {
        try base?.promptBound(of: prompt)
    }

    /// Records a bound of another model's prompt.
    public func recordPromptBound(_ tokens: Int, of prompt: Digest) throws {
        try base?.recordPromptBound(tokens, of: prompt)
    }
}
