internal import PonderWire

/// One request to a server.
struct HTTPCall: Sendable {
    /// The whole address.
    var url: String
    /// What is sent; `nil` for a GET.
    var body: JSONValue?
    /// Whether an event stream is asked for.
    var streams = false

    /// The method and the address, as errors name them.
    var endpoint: String { "\(body == nil ? "GET" : "POST") \(url)" }
}
