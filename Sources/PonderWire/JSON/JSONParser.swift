/// Reads JSON text as RFC 8259 defines it, in one pass, with a limit on nesting.
package struct JSONParser {
    /// The deepest nesting of arrays and objects that is read.
    package static let nestingLimit = 200

    private let bytes: [UInt8]
    private var position = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Returns the value of a JSON text in UTF-8.
    ///
    /// Bytes that are not UTF-8 inside strings become replacement characters.
    /// - Throws: ``WireError`` that names the offset of the first byte that does not fit.
    package static func parse(_ bytes: [UInt8]) throws(WireError) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value()
        parser.skipSpace()
        guard parser.position == bytes.count else { throw parser.failure("the end of the text") }
        return value
    }

    /// Returns the value of a JSON text.
    package static func parse(_ text: String) throws(WireError) -> JSONValue {
        try parse(Array(text.utf8))
    }

    // MARK: Values

    private mutating func value() throws(WireError) -> JSONValue {
        skipSpace()
        switch peek() {
        case UInt8(ascii: "{"):
            return try nested { parser throws(WireError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(WireError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ body: (inout JSONParser) throws(WireError) -> JSONValue
    ) throws(WireError) -> JSONValue {
        depth += 1
        guard depth <= Self.nestingLimit else {
            throw WireError(.malformedJSON, "nested deeper than \(Self.nestingLimit) levels")
        }
        position += 1
        let value = try body(&self)
        depth -= 1
        return value
    }

    private mutating func object() throws(WireError) -> JSONValue {
        var members: [JSONMember] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            let name = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw failure("':'") }
            members.append(JSONMember(name, try value()))
            skipSpace()
            if take(UInt8(ascii: "}")) { return .object(members) }
            guard take(UInt8(ascii: ",")) else { throw failure("',' or '}'") }
        }
    }

    private mutating func array() throws(WireError) -> JSONValue {
        var values: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            values.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return .array(values) }
            guard take(UInt8(ascii: ",")) else { throw failure("',' or ']'") }
        }
    }

    private mutating func literal(
        _ word: StaticString,
        _ value: JSONValue
    ) throws(WireError) -> JSONValue {
        for byte in word.description.utf8 {
            guard take(byte) else { throw failure("'\(word)'") }
        }
        return value
    }

    private mutating func number() throws(WireError) -> JSONValue {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let integerStart = position
        guard skipDigits() > 0 else { throw failure("a value") }
        if bytes[integerStart] == UInt8(ascii: "0"), position - integerStart > 1 {
            throw failure("a number without a leading zero")
        }
        var isWhole = true
        if take(UInt8(ascii: ".")) {
            isWhole = false
            guard skipDigits() > 0 else { throw failure("a digit") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            isWhole = false
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            guard skipDigits() > 0 else { throw failure("a digit") }
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if isWhole, let value = Int(text) { return .integer(value) }
        guard let value = Double(text), value.isFinite else { throw failure("a smaller number") }
        return .double(value)
    }

    // MARK: Strings

    private mutating func string() throws(WireError) -> String {
        guard take(UInt8(ascii: "\"")) else { throw failure("a string") }
        var text: [UInt8] = []
        var start = position
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                if text.isEmpty { return String(decoding: bytes[start..<position], as: UTF8.self) }
                text += bytes[start..<position]
                return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"):
                text += bytes[start..<position]
                position += 1
                try escape(into: &text)
                start = position
            case 0..<0x20: throw failure("an escaped control character")
            default: position += 1
            }
        }
        throw failure("the end of a string")
    }

    private mutating func escape(into text: inout [UInt8]) throws(WireError) {
        guard let byte = peek() else { throw failure("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0c)
        case UInt8(ascii: "n"): text.append(0x0a)
        case UInt8(ascii: "r"): text.append(0x0d)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += String(try unicodeEscape()).utf8
        default: throw failure("a known escape")
        }
    }

    /// A code point, from two escapes where the first is a high surrogate; lone ones are replaced.
    private mutating func unicodeEscape() throws(WireError) -> Character {
        let first = try hexadecimal()
        if (0xd800..<0xdc00).contains(first) {
            let mark = position
            if take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
                let second = try hexadecimal()
                if (0xdc00..<0xe000).contains(second) {
                    let code = 0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)
                    return Unicode.Scalar(code).map(Character.init) ?? "\u{fffd}"
                }
            }
            position = mark
        }
        return Unicode.Scalar(first).map(Character.init) ?? "\u{fffd}"
    }

    private mutating func hexadecimal() throws(WireError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue
            else { throw failure("four hexadecimal digits") }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    // MARK: Bytes

    private func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek(), byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
            position += 1
        }
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let byte = peek(), (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            position += 1
        }
        return position - start
    }

    private func failure(_ expected: String) -> WireError {
        let found = peek().map { "byte \($0)" } ?? "the end"
        let message = "not JSON: expected \(expected) at offset \(position), found \(found)"
        return WireError(.malformedJSON, message)
    }
}
