import PonderWire
import Testing

struct ServerSentEventParserTests {
    private func texts(of chunks: [[UInt8]]) throws -> [String] {
        var parser = ServerSentEventParser(maximumBytes: 1000)
        return try chunks.flatMap { chunk in
            try parser.feed(chunk).map { String(decoding: $0.data, as: UTF8.self) }
        }
    }

    private func texts(of text: String) throws -> [String] { try texts(of: [Array(text.utf8)]) }

    @Test(arguments: ["\n", "\r", "\r\n"])
    func `lines may end in any way`(end: String) throws {
        let text = ["data: a", "", "data: b", "data: c", "", ""].joined(separator: end)
        #expect(try texts(of: text) == ["a", "b\nc"])
    }

    @Test func `events are the same however the bytes are cut`() throws {
        let bytes = Array(": hi\r\ndata: {\"ü\": 1}\r\n\r\ndata:x\n\ndata: [DONE]\r\r".utf8)
        let whole = try texts(of: [bytes])
        #expect(whole == ["{\"ü\": 1}", "x", "[DONE]"])
        for cut in 0...bytes.count {
            #expect(try texts(of: [Array(bytes[..<cut]), Array(bytes[cut...])]) == whole)
        }
        #expect(try texts(of: bytes.map { [$0] }) == whole)
    }

    @Test(arguments: [
        (": ping\n\n", []), ("event: x\n\n", []), ("retry: 5\nid: 1\ndata: a\n\n", ["a"]),
        ("garbage\n\ndata: a\n\n", ["a"]), ("data\n\n", [""]), ("data:  a \n\n", [" a "]),
        ("\u{feff}data: a\n\n", ["a"]), ("data: a", []), ("data: a\n", []), ("\n\n\n", []),
    ])
    func `comments, unknown fields and cut-off events are skipped`(
        text: String,
        expected: [String]
    ) throws {
        #expect(try texts(of: text) == expected)
    }

    @Test func `the name of an event and the end of a stream are known`() throws {
        var parser = ServerSentEventParser(maximumBytes: 100)
        let events = try parser.feed("event: e\ndata: [DONE]\n\ndata: [DONE] \n\n".utf8)
        #expect(events.map(\.name) == ["e", ""])
        #expect(events.map(\.isDone) == [true, false])
    }

    @Test(arguments: ["data: ", ": ", ""])
    func `a line beyond the limit is an error before it has ended`(prefix: String) {
        var parser = ServerSentEventParser(maximumBytes: 100)
        let line = prefix + String(repeating: "x", count: 101 - prefix.utf8.count)
        #expect { try parser.feed(line.utf8) } throws: { ($0 as? WireError)?.code == .tooLong }
    }

    @Test func `an event of many lines is limited as a whole`() {
        var parser = ServerSentEventParser(maximumBytes: 100)
        let text = String(repeating: "data: xxxxxxxxx\n", count: 11)
        #expect { try parser.feed(text.utf8) } throws: { ($0 as? WireError)?.code == .tooLong }
    }

    @Test func `a line at the limit is read`() throws {
        var parser = ServerSentEventParser(maximumBytes: 100)
        let data = String(repeating: "x", count: 94)
        #expect(try parser.feed("data: \(data)\n\n".utf8).count == 1)
    }
}
