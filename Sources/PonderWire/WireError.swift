/// Bytes that are not what the wire format promises.
package struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What kind of violation it was.
    package enum Code: String, Hashable, Sendable {
        /// The text is not JSON.
        case malformedJSON
        /// A line or an event is longer than the limit.
        case tooLong
        /// The JSON does not have the shape of its type.
        case unexpectedShape
    }

    /// What kind of violation it was.
    package var code: Code

    /// What was expected, what was found, and where.
    package var message: String

    /// Creates an error.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// The message.
    package var description: String { message }
}
