/// One thing that the loopback server does in answer to a request.
enum ServerStep: Sendable {
    /// Sends a status and headers; the body is chunked unless a header says otherwise.
    case head(Int, [String: String] = [:])
    /// Sends a piece of the body.
    case send(String)
    /// Sends a piece of the body many times, no faster than it is taken.
    case repeated(String, count: Int)
    /// Ends the body.
    case end
    /// Breaks the connection with a TCP reset.
    case reset
    /// Closes the connection in the ordinary way.
    case close
    /// Does nothing more until the client closes the connection.
    case stall
}

extension [ServerStep] {
    /// A whole reply with a status, a content type and a body.
    static func reply(
        _ body: String,
        status: Int = 200,
        type: String = "application/json",
        headers: [String: String] = [:]
    ) -> [ServerStep] {
        let headers = headers.merging(["Content-Type": type]) { own, _ in own }
        return [.head(status, headers), .send(body), .end]
    }

    /// The head of an event stream, and events with this data.
    static func stream(_ events: [String]) -> [ServerStep] {
        [.head(200, ["Content-Type": "text/event-stream"])]
            + events.map { .send("data: \($0)\n\n") }
    }
}
