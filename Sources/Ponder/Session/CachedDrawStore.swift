import PonderCore
import Synchronization

/// Keeps the draws of one problem at hand while it is replayed a hundred times.
///
/// Only draws that exist are kept: a missing one may be taken by another task at any moment.
final class CachedDrawStore: DrawStore {
    private struct Entry {
        var draws: [RecordedDraw]
        var failures: [Usage]
    }

    private let store: any DrawStore
    private let entries = Mutex<[DrawAddress: Entry]>([:])

    init(_ store: any DrawStore) { self.store = store }

    func draws(at address: DrawAddress) throws -> [RecordedDraw] {
        if let entry = entries.withLock({ $0[address] }) { return entry.draws }
        let draws = try store.draws(at: address)
        guard !draws.isEmpty else { return [] }
        let failures = try store.failedAttempts(at: address)
        entries.withLock { $0[address] = Entry(draws: draws, failures: failures) }
        return draws
    }

    func failedAttempts(at address: DrawAddress) throws -> [Usage] {
        if let entry = entries.withLock({ $0[address] }) { return entry.failures }
        return try store.failedAttempts(at: address)
    }

    func open(_ address: DrawAddress, bound: Spend) throws -> Int64 {
        try store.open(address, bound: bound)
    }

    func commit(
        _ draw: RecordedDraw,
        at address: DrawAddress,
        request: ModelRequest,
        model: ModelIdentity,
        entry: Int64,
        billed: Spend
    ) throws {
        try store.commit(
            draw,
            at: address,
            request: request,
            model: model,
            entry: entry,
            billed: billed
        )
        entries.withLock { $0[address] = nil }
    }

    func abandon(
        _ address: DrawAddress,
        usage: Usage?,
        entry: Int64,
        billed: Spend
    ) throws {
        try store.abandon(address, usage: usage, entry: entry, billed: billed)
        entries.withLock { $0[address] = nil }
    }

    func promptBound(of prompt: Digest) throws -> Int? { try store.promptBound(of: prompt) }

    func recordPromptBound(_ tokens: Int, of prompt: Digest) throws {
        try store.recordPromptBound(tokens, of: prompt)
    }
}
