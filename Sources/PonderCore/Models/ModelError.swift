/// A model call that failed: what happened, where, and whether trying again can help.
public struct ModelError: Error, Hashable, Sendable, Codable, CustomStringConvertible {
    /// What kind of failure it was.
    public struct Code: Hashable, Sendable, Codable, CustomStringConvertible {
        private enum Value: String, Hashable, Sendable, Codable {
            case authentication
            case notFound
            case badRequest
            case rateLimited
            case server
            case unreachable
            case connectionLost
            case timeout
            case malformedReply
            case boundViolated
            case unsupported
            case exhausted
            case missingDraw
            case unavailable
        }

        private let value: Value

        private init(_ value: Value) { self.value = value }

        /// The key is missing or was not accepted.
        public static let authentication = Code(.authentication)
        /// The endpoint or the model does not exist.
        public static let notFound = Code(.notFound)
        /// The provider rejected the request.
        public static let badRequest = Code(.badRequest)
        /// The provider asks to slow down.
        public static let rateLimited = Code(.rateLimited)
        /// The provider failed.
        public static let server = Code(.server)
        /// No connection could be made.
        public static let unreachable = Code(.unreachable)
        /// The connection broke before the reply was complete.
        public static let connectionLost = Code(.connectionLost)
        /// The reply did not come in time.
        public static let timeout = Code(.timeout)
        /// The reply could not be understood.
        public static let malformedReply = Code(.malformedReply)
        /// The provider used more than the limit that it was given.
        public static let boundViolated = Code(.boundViolated)
        /// The model cannot do what the request asks.
        public static let unsupported = Code(.unsupported)
        /// A table of samples has no draw left for the request.
        public static let exhausted = Code(.exhausted)
        /// A replay asked for a draw that was never taken.
        public static let missingDraw = Code(.missingDraw)
        /// The model was stopped by an earlier error.
        public static let unavailable = Code(.unavailable)

        /// The code's stable name, as it stands in logs.
        public var description: String { value.rawValue }

        /// Reads a code from its stable name.
        public init(from decoder: any Decoder) throws {
            value = try decoder.singleValueContainer().decode(Value.self)
        }

        /// Writes the code's stable name.
        public func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(value)
        }
    }

    /// What kind of failure it was.
    public var code: Code

    /// What happened, where, what the provider said, and what to do.
    public var message: String

    /// Whether the same request may succeed when it is tried again.
    public var isRetryable: Bool

    /// Whether no further call to this model can succeed, so that the run must end.
    public var isFatal: Bool

    /// How long the provider asks to wait before the next attempt.
    public var retryAfter: Duration?

    /// What the failed attempt used; `nil` when unknown, which is charged as reserved.
    public var usage: Usage?

    /// Creates an error.
    public init(
        _ code: Code,
        _ message: String,
        isRetryable: Bool = false,
        isFatal: Bool = false,
        retryAfter: Duration? = nil,
        usage: Usage? = nil
    ) {
        self.code = code
        self.message = message
        self.isRetryable = isRetryable
        self.isFatal = isFatal
        self.retryAfter = retryAfter
        self.usage = usage
    }

    /// The code and the message in one line.
    public var description: String { "\(code): \(message)" }
}
