import Ponder
public import PonderCore
import Synchronization

/// A draw store in memory that keeps its journal, so that a test can compare it with a bill.
public final class AuditedDrawStore: DrawStore {
    /// One attempt as it was journalled.
    public struct Entry: Hashable, Sendable {
        /// The draw that was attempted.
        public var address: DrawAddress

        /// The most that the attempt could be billed.
        public var bound: Spend

        /// What it was billed; `nil` while it is out.
        public var billed: Spend?

        /// Whether it brought a draw.
        public var isCommitted = false
    }

    private let store = MemoryDrawStore()
    private let journal = Mutex<[Entry]>([])

    /// Creates an empty store.
    public init() {}

    /// The attempts so far, in the order in which they began.
    public var entries: [Entry] { journal.withLock { $0 } }

    /// Returns the recorded draws of an address.
    public func draws(at address: DrawAddress) -> [RecordedDraw] { store.draws(at: address) }

    /// Returns what every failed attempt at an address used.
    public func failedAttempts(at address: DrawAddress) -> [Usage] {
        store.failedAttempts(at: address)
    }

    /// Journals an attempt.
    public func open(_ address: DrawAddress, bound: Spend) -> Int64 {
        journal.withLock { journal in
            journal.append(Entry(address: address, bound: bound))
            return Int64(journal.count - 1)
        }
    }

    /// Keeps a draw and closes its entry.
    public func commit(
        _ draw: RecordedDraw,
        at address: DrawAddress,
        request: ModelRequest,
        model: ModelIdentity,
        entry: Int64,
        billed: Spend
    ) {
        close(entry, address, billed: billed, isCommitted: true)
        store.commit(
            draw,
            at: address,
            request: request,
            model: model,
            entry: entry,
            billed: billed
        )
    }

    /// Keeps what a failed attempt used and closes its entry.
    public func abandon(
        _ address: DrawAddress,
        usage: Usage?,
        entry: Int64,
        billed: Spend
    ) {
        close(entry, address, billed: billed, isCommitted: false)
        store.abandon(address, usage: usage, entry: entry, billed: billed)
    }

    /// Returns a recorded bound of a prompt's tokens.
    public func promptBound(of prompt: Digest) -> Int? { store.promptBound(of: prompt) }

    /// Records a bound of a prompt's tokens.
    public func recordPromptBound(_ tokens: Int, of prompt: Digest) {
        store.recordPromptBound(tokens, of: prompt)
    }

    private func close(
        _ entry: Int64,
        _ address: DrawAddress,
        billed: Spend,
        isCommitted: Bool
    ) {
        journal.withLock { journal in
            let place = Int(entry)
            precondition(journal.indices.contains(place), "an entry that was never opened")
            precondition(journal[place].billed == nil, "an entry that was closed before")
            precondition(journal[place].address == address, "an entry of another draw")
            journal[place].billed = billed
            journal[place].isCommitted = isCommitted
        }
    }
}
