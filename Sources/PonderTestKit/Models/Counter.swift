import Synchronization

/// Counts from 0, one at a time.
final class Counter: Sendable {
    private let count = Atomic(0)

    /// Returns the count and adds one.
    func next() -> Int { count.add(1, ordering: .relaxed).oldValue }
}
