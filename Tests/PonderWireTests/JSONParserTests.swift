import PonderWire
import Testing

struct JSONParserTests {
    @Test func `values of every kind are read`() throws {
        let json = try JSONParser.parse(
            #" {"a": [1, -2.5, 1e3, true, false, null, "x"], "b": {"c": {}}, "d": []} "#
        )
        #expect(
            json["a"]
                == .array([
                    .integer(1), .double(-2.5), .double(1000), .bool(true), .bool(false), .null,
                    .string("x"),
                ])
        )
        #expect(json["b"]?["c"]?.members == [])
        #expect(json["d"]?.elements == [])
    }

    @Test func `the order of members survives reading and writing`() throws {
        let text = #"{"reasoning":1,"answer":2,"a":{"z":0,"b":1}}"#
        #expect(String(decoding: try JSONParser.parse(text).utf8, as: UTF8.self) == text)
    }

    @Test(arguments: [
        (#""\u00e9""#, "é"), (#""\ud83d\ude00""#, "😀"), (#""\ud83d""#, "\u{fffd}"),
        (#""\ud83dx""#, "\u{fffd}x"), (#""\ud83d\u0041""#, "\u{fffd}A"), (#""\ude00""#, "\u{fffd}"),
        (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{c}\n\r\t"), (#""""#, ""), (#""ünï""#, "ünï"),
    ])
    func `strings are unescaped`(text: String, expected: String) throws {
        #expect(try JSONParser.parse(text) == .string(expected))
    }

    @Test(arguments: [
        "", "{", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "tru", "nul", "01", "-", "1.",
        ".5",
        "1e", "+1", "\"a", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "1 2", "[]]", "NaN", "1e999", "'a'",
        "<html>",
    ])
    func `text that is not JSON is refused`(text: String) throws {
        #expect { try JSONParser.parse(text) } throws: { error in
            (error as? WireError)?.code == .malformedJSON
        }
    }

    @Test func `nesting is limited`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try JSONParser.parse(nested(JSONParser.nestingLimit))
        #expect(throws: WireError.self) {
            try JSONParser.parse(nested(JSONParser.nestingLimit + 1))
        }
    }

    @Test func `whole numbers are read exactly and others as doubles`() throws {
        #expect(try JSONParser.parse("9223372036854775807").integer == .max)
        #expect(try JSONParser.parse("9223372036854775808").integer == nil)
        #expect(try JSONParser.parse("9223372036854775808").number == 0x1p63)
        #expect(try JSONParser.parse("4.0").integer == 4)
        #expect(try JSONParser.parse("4.5").integer == nil)
        #expect(try JSONParser.parse("-0.25").number == -0.25)
    }

    @Test func `of equal names the last counts and null is no value`() throws {
        let json = try JSONParser.parse(#"{"a": 1, "a": 2, "b": null}"#)
        #expect(json["a"] == .integer(2))
        #expect(json["b"] == nil)
    }
}
