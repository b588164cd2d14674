import PonderWire

/// A request as the loopback server received it.
struct ReceivedRequest: Sendable {
    /// The method.
    var method: String
    /// The path.
    var path: String
    /// The headers by lower-case name.
    var headers: [String: String]
    /// The body; `null` when there is none.
    var body: JSONValue
}
