/// Cuts a stream of bytes into events, however the bytes are split into chunks.
///
/// Source: WHATWG HTML Living Standard, section 9.2.6, "Interpreting an event stream". Lines end
/// with LF, CR or CRLF; comments and unknown fields are skipped; an event that the stream's end
/// cuts off is dropped.
package struct ServerSentEventParser: Sendable {
    private let maximumBytes: Int
    private var line: [UInt8] = []
    private var data: [UInt8] = []
    private var hasData = false
    private var name = ""
    private var endedWithCarriageReturn = false
    private var isFirstLine = true

    /// Creates a parser.
    ///
    /// - Parameter maximumBytes: the longest line, and the most data of one event, that is kept.
    package init(maximumBytes: Int) { self.maximumBytes = maximumBytes }

    /// Adds bytes and returns the events that they complete.
    ///
    /// - Throws: ``WireError`` with ``WireError/Code/tooLong``; no more than the limit is ever kept
    ///   of a line.
    /// - Complexity: O(n) in the number of bytes.
    package mutating func feed(_ chunk: some Sequence<UInt8>) throws(WireError) -> [ServerSentEvent]
    {
        var events: [ServerSentEvent] = []
        for byte in chunk {
            let followsCarriageReturn = endedWithCarriageReturn
            endedWithCarriageReturn = byte == 0x0d
            if byte == 0x0a, followsCarriageReturn { continue }
            if byte == 0x0a || byte == 0x0d {
                if let event = try endLine() { events.append(event) }
                continue
            }
            line.append(byte)
            guard line.count <= maximumBytes else {
                throw WireError(
                    .tooLong,
                    "a line of the event stream exceeds \(maximumBytes) bytes"
                )
            }
        }
        return events
    }

    private mutating func endLine() throws(WireError) -> ServerSentEvent? {
        defer { line.removeAll(keepingCapacity: true) }
        if isFirstLine {
            isFirstLine = false
            if line.starts(with: [0xef, 0xbb, 0xbf]) { line.removeFirst(3) }
        }
        if line.isEmpty { return endEvent() }
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[min(colon + 1, line.endIndex)...]
        if value.first == 0x20 { value = value.dropFirst() }
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data":
            if hasData { data.append(0x0a) }
            hasData = true
            data += value
            guard data.count <= maximumBytes else {
                let message = "an event of the stream exceeds \(maximumBytes) bytes"
                throw WireError(.tooLong, message)
            }
        case "event": name = String(decoding: value, as: UTF8.self)
        default: break
        }
        return nil
    }

    private mutating func endEvent() -> ServerSentEvent? {
        defer {
            data = []
            hasData = false
            name = ""
        }
        return hasData ? ServerSentEvent(name: name, data: data) : nil
    }
}
