public import PonderCore

/// Where a search's draws come from and where they are kept.
public struct DrawSource: Sendable {
    /// What happens with a draw that is not recorded, and with one that is.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// Recorded draws are served, others are taken and recorded.
        case record
        /// Recorded draws are served; a missing one is an error, and no model is called.
        case replay
        /// Every draw is taken anew and none is kept.
        case off
    }

    /// A reordering of the draws of one request, for expectations over a pool.
    public struct Permutation: Hashable, Sendable {
        /// The request whose draws are reordered.
        public var key: DrawKey
        /// The recorded index that stands in for each index.
        public var order: [Int]

        /// Creates a reordering.
        public init(key: DrawKey, order: [Int]) {
            self.key = key
            self.order = order
        }
    }

    /// The mode.
    public var mode: Mode

    /// The stream of draws of this run and epoch.
    public var stream: DrawStream

    /// A reordering, when an expectation is taken.
    public var permutation: Permutation?

    var store: (any DrawStore)?
    let locks: AddressLocks

    /// Creates a source that keeps draws in a store.
    public init(_ store: any DrawStore, mode: Mode, stream: DrawStream) {
        self.store = mode == .off ? nil : store
        self.mode = mode
        self.stream = stream
        locks = AddressLocks()
    }

    /// Creates a source that keeps nothing.
    public init(unrecorded stream: DrawStream) {
        store = nil
        mode = .off
        self.stream = stream
        locks = AddressLocks()
    }

    /// The same source, store and locks, with another stream of draws.
    public func with(_ stream: DrawStream) -> DrawSource {
        var copy = self
        copy.stream = stream
        return copy
    }
}
