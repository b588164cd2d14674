public import PonderCore

/// The draws that one call brought, and why some are missing.
public struct DrawBatch: Hashable, Sendable {
    /// The replies that came, in the order of the server's choices.
    ///
    /// The prompt is billed once: the first reply's usage has it, the others have none.
    public var replies: [Reply]

    /// What happened when fewer replies came than were asked for; otherwise `nil`.
    public var missing: ModelError?

    /// Creates a batch.
    public init(replies: [Reply], missing: ModelError? = nil) {
        self.replies = replies
        self.missing = missing
    }
}
