/// One event of an event stream.
package struct ServerSentEvent: Hashable, Sendable {
    /// The event's name; empty when the stream gave none.
    package var name: String

    /// The data, lines joined by a line feed.
    package var data: [UInt8]

    /// Creates an event.
    package init(name: String = "", data: [UInt8]) {
        self.name = name
        self.data = data
    }

    /// Whether this is the event that ends a stream of completions.
    package var isDone: Bool { data.elementsEqual("[DONE]".utf8) }
}
