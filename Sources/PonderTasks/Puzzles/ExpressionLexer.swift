import PonderCore

/// Cuts a text into the pieces of arithmetic expressions, each byte once.
struct ExpressionLexer {
    private var tokens: [ExpressionToken] = []

    /// Returns the pieces of a range of a text.
    static func tokens(in range: Range<Int>, of text: inout TextBytes) -> [ExpressionToken] {
        var lexer = ExpressionLexer()
        var index = range.lowerBound
        while index < range.upperBound {
            let next = lexer.take(at: index, end: range.upperBound, in: &text)
            index = max(next, index + 1)
        }
        return lexer.tokens
    }

    private mutating func take(at start: Int, end: Int, in text: inout TextBytes) -> Int {
        let byte = text[start]
        if byte.isWhiteSpace || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "`") {
            return start + 1
        }
        if byte.isDigit { return takeNumber(at: start, end: end, in: &text) }
        if byte.isLetter { return takeWord(at: start, end: end, in: &text) }
        if byte == UInt8(ascii: "\\") { return takeCommand(at: start, in: &text) }
        if byte >= 0x80 { return takeUnicode(at: start, in: &text) }
        if let sign = ArithmeticOperator(rawValue: byte) {
            return add(.sign(sign), start..<start + 1)
        }
        switch byte {
        case UInt8(ascii: "("): return add(.open, start..<start + 1)
        case UInt8(ascii: ")"): return add(.close, start..<start + 1)
        case UInt8(ascii: "{"): return add(.openBrace, start..<start + 1)
        case UInt8(ascii: "}"): return add(.closeBrace, start..<start + 1)
        case UInt8(ascii: "="): return add(.equals, start..<start + 1)
        case UInt8(ascii: "^"), UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "&"),
            UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"):
            return add(.spoiler, start..<start + 1)
        case UInt8(ascii: "!"):
            let touches = text[start - 1].isDigit || text[start - 1] == UInt8(ascii: ")")
            return add(touches ? .spoiler : .other, start..<start + 1)
        case UInt8(ascii: "."), UInt8(ascii: ","):
            let touches = text[start + 1].isDigit
            return add(touches ? .spoiler : .other, start..<start + 1)
        default: return add(.other, start..<start + 1)
        }
    }

    private mutating func takeNumber(at start: Int, end: Int, in text: inout TextBytes) -> Int {
        var index = start
        var number: Int? = 0
        while index < end {
            let byte = text[index]
            guard byte.isDigit else { break }
            if let old = number {
                let (shifted, overflow) = old.multipliedReportingOverflow(by: 10)
                let (sum, carry) = shifted.addingReportingOverflow(Int(byte & 15))
                number = overflow || carry ? nil : sum
            }
            index += 1
        }
        if index > start + 1, text[start] == UInt8(ascii: "0") { number = nil }
        return add(.number(number), start..<index)
    }

    /// A word spoils what it touches; a lone `x` between operands means times.
    private mutating func takeWord(at start: Int, end: Int, in text: inout TextBytes) -> Int {
        var index = start
        while index < end, text[index].isLetter { index += 1 }
        let before = text[start - 1]
        let after = text[index]
        if index == start + 1, text[start].lowerCased == UInt8(ascii: "x") {
            return add(.sign(.multiply), start..<index)
        }
        let touches =
            before.isDigit || before == UInt8(ascii: ")") || after.isDigit
            || after == UInt8(ascii: "(")
        return add(touches ? .spoiler : .other, start..<index)
    }

    private mutating func takeCommand(at start: Int, in text: inout TextBytes) -> Int {
        var end = start + 1
        while text[end].isLetter, end < start + 16 { end += 1 }
        switch text.text(in: start + 1..<min(end, text.count)) {
        case "times", "cdot", "ast": return add(.sign(.multiply), start..<end)
        case "div": return add(.sign(.divide), start..<end)
        case "frac", "dfrac", "tfrac": return add(.fraction, start..<end)
        case "left", "right", "bigl", "bigr", "big", "Big", "quad": return end
        case "": return start + (text[start + 1] == 0 ? 1 : 2)
        case "text", "boxed", "mathrm", "textbf", "mathbf": return add(.other, start..<end)
        default: return add(.spoiler, start..<end)
        }
    }

    private mutating func takeUnicode(at start: Int, in text: inout TextBytes) -> Int {
        let signs: [(StaticString, ArithmeticOperator)] = [
            ("\u{d7}", .multiply), ("\u{2715}", .multiply), ("\u{22c5}", .multiply),
            ("\u{b7}", .multiply), ("\u{2217}", .multiply), ("\u{2a2f}", .multiply),
            ("\u{f7}", .divide), ("\u{2215}", .divide), ("\u{2044}", .divide),
            ("\u{2212}", .subtract), ("\u{2013}", .subtract), ("\u{ff0d}", .subtract),
            ("\u{ff0b}", .add),
        ]
        for (spelling, sign) in signs where text.has(spelling, at: start) {
            return add(.sign(sign), start..<start + spelling.utf8CodeUnitCount)
        }
        if text.has("\u{ff08}", at: start) { return add(.open, start..<start + 3) }
        if text.has("\u{ff09}", at: start) { return add(.close, start..<start + 3) }
        if text.has("\u{ff1d}", at: start) { return add(.equals, start..<start + 3) }
        let spoilers: [StaticString] = ["\u{221a}", "\u{b2}", "\u{b3}", "\u{b9}"]
        for spoiler in spoilers where text.has(spoiler, at: start) {
            return add(.spoiler, start..<start + spoiler.utf8CodeUnitCount)
        }
        return add(.other, start..<start + 1)
    }

    private mutating func add(_ kind: ExpressionToken.Kind, _ range: Range<Int>) -> Int {
        tokens.append(ExpressionToken(kind: kind, range: range))
        return range.upperBound
    }
}
