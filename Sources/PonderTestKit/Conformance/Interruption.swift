import Synchronization

/// Cancels a search at one of its calls, which then never replies.
final class Interruption: Sendable {
    private let place: Int
    private let cancelling: CancellationSwitch
    private let count = Mutex(0)

    /// Creates an interruption of the call with this number, from 1.
    init(atCall place: Int, _ cancelling: CancellationSwitch) {
        self.place = place
        self.cancelling = cancelling
    }

    /// Lets a call pass; from the interrupted one on, cancels and waits for the cancellation.
    func pass() async throws {
        let number = count.withLock { count in
            count += 1
            return count
        }
        guard number >= place else { return }
        cancelling.cancel()
        try await ManualClock().sleep(for: .seconds(1))
    }
}
