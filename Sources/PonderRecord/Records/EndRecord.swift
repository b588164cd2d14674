/// How an invocation of a run ended; a resumed run's log holds several.
public struct EndRecord: Hashable, Sendable, Codable {
    /// How an invocation ended.
    public enum Status: String, Hashable, Sendable, Codable {
        /// Every problem of every row has a result.
        case complete
        /// A signal ended it.
        case interrupted
        /// The spend limit ended it.
        case spendLimit
        /// An error ended it.
        case failed
    }

    /// How it ended.
    public var status: Status
    /// What went wrong, if something did.
    public var message: String?

    /// Creates a record.
    public init(status: Status, message: String? = nil) {
        self.status = status
        self.message = message
    }
}
