/// Lets the task that makes a call tell the watch what has arrived.
struct CallSignal<Outcome: Sendable>: Sendable {
    /// Bytes have arrived.
    let received: @Sendable () -> Void

    /// The reply is complete; what still comes is only read so that the connection can be used
    /// again.
    let completed: @Sendable (Outcome) -> Void
}
