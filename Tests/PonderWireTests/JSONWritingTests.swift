import PonderWire
import Testing

struct JSONWritingTests {
    @Test(arguments: [
        (JSONValue.null, "null"), (.bool(true), "true"), (.integer(-7), "-7"),
        (.double(0.7), "0.7"), (.double(.nan), "null"), (.double(.infinity), "null"),
        (.string("a\"\\\n\r\t\u{1}é😀/"), #""a\"\\\n\r\t\u0001é😀/""#),
        (.array([.integer(1), .array([])]), "[1,[]]"),
        (
            .object([JSONMember("b", .integer(1)), JSONMember("a", .object([]))]),
            #"{"b":1,"a":{}}"#
        ),
    ])
    func `values are written without white space`(value: JSONValue, expected: String) {
        #expect(String(decoding: value.utf8, as: UTF8.self) == expected)
    }

    @Test func `what is written can be read again`() throws {
        let value = JSONValue.array([
            .double(1e-300), .double(-1e300), .double(0.1), .integer(.min), .string("\u{0}\u{7f}"),
        ])
        #expect(try JSONParser.parse(value.utf8) == value)
    }
}
