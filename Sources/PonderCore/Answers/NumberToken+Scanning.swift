extension NumberToken {
    /// Whether a number token begins at an index: a digit, or a period before one.
    static func begins(at index: Int, with byte: UInt8, in text: inout TextBytes) -> Bool {
        if byte.isDigit { return true }
        return byte == UInt8(ascii: ".") && text[index + 1].isDigit && !text[index - 1].isDigit
    }

    /// Reads the token that begins at an index; a plain space may separate thousands, as in `1 234`,
    /// only if `groupsBySpaces`.
    init(at start: Int, in text: inout TextBytes, groupsBySpaces: Bool) {
        range = start..<start
        var end = readInteger(from: start, in: &text, groupsBySpaces: groupsBySpaces)
        let isPlain = end > start && text[end] != UInt8(ascii: ".")
        if text[end] == UInt8(ascii: "."), text[end + 1].isDigit {
            let point = end
            end = mantissa.read(&text, from: end + 1)
            exponent = point + 1 - end
        }
        end = readExponent(from: end, in: &text)
        if isPlain, exponent == 0 { end = readFraction(from: end, in: &text) }
        end = skipGlued(from: end, in: &text)
        finish(from: start, to: end, in: &text)
    }

    /// Reads `\frac{3}{4}`, also spelled `\dfrac` or `\tfrac`; `nil` if the parts are not digits.
    init?(latexFractionAt start: Int, in text: inout TextBytes) {
        range = start..<start
        guard let end = readLatexFraction(from: start, in: &text) else { return nil }
        finish(from: start, to: end, in: &text)
    }

    private mutating func readInteger(
        from start: Int,
        in text: inout TextBytes,
        groupsBySpaces: Bool
    ) -> Int {
        var end = mantissa.read(&text, from: start)
        guard end > start, end - start <= 3 else { return end }
        while true {
            let gap = separatorLength(at: end, in: &text, groupsBySpaces: groupsBySpaces)
            let digits = end + gap
            guard gap > 0, text[digits].isDigit, text[digits + 1].isDigit,
                text[digits + 2].isDigit, !text[digits + 3].isDigit
            else { return end }
            end = mantissa.read(&text, from: digits)
        }
    }

    /// The length of a thousands separator: a comma, `{,}`, `,\!`, or a narrow or fixed space.
    private func separatorLength(
        at index: Int,
        in text: inout TextBytes,
        groupsBySpaces: Bool
    ) -> Int {
        switch text[index] {
        case UInt8(ascii: ","): text.has("\\!", at: index + 1) ? 3 : 1
        case UInt8(ascii: "{"): text.has("{,}", at: index) ? 3 : 0
        case UInt8(ascii: " "): groupsBySpaces ? 1 : 0
        case 0xc2: text.has("\u{a0}", at: index) ? 2 : 0
        case 0xe2: text.has("\u{202f}", at: index) || text.has("\u{2009}", at: index) ? 3 : 0
        default: 0
        }
    }

    private mutating func readExponent(from start: Int, in text: inout TextBytes) -> Int {
        guard text[start].lowerCased == UInt8(ascii: "e") else { return start }
        var digits = start + 1
        let sign = text[digits]
        if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { digits += 1 }
        var power = DigitSum()
        let end = power.read(&text, from: digits)
        guard end > digits, !text[end].isLetter else { return start }
        let size = power.value.flatMap { Int(exactly: $0) } ?? .max
        let (sum, overflow) = exponent.addingReportingOverflow(
            sign == UInt8(ascii: "-") ? -size : size
        )
        exponent = overflow ? .max : sum
        return end
    }

    /// Reads what makes an integer a fraction or a mixed number: `/4`, ` 1/2` or `\frac{1}{2}`.
    private mutating func readFraction(from start: Int, in text: inout TextBytes) -> Int {
        if text[start] == UInt8(ascii: "/"), text[start + 1].isDigit {
            var below = DigitSum()
            let end = below.read(&text, from: start + 1)
            denominator = below
            return end
        }
        var next = start
        if text[next] == UInt8(ascii: " ") { next += 1 }
        var part = NumberToken(range: next..<next)
        var end = next
        if text[next] == UInt8(ascii: "\\") {
            guard let after = part.readLatexFraction(from: next, in: &text) else { return start }
            end = after
        } else {
            end = part.mantissa.read(&text, from: next)
            guard next > start, end > next, text[end] == UInt8(ascii: "/"), text[end + 1].isDigit
            else { return start }
            var below = DigitSum()
            end = below.read(&text, from: end + 1)
            part.denominator = below
        }
        guard !part.isNegative, let above = part.mantissa.value,
            let below = part.denominator?.value, above > 0, above < below
        else { return start }
        (whole, mantissa, denominator) = (mantissa, part.mantissa, part.denominator)
        return end
    }

    private mutating func readLatexFraction(
        from start: Int,
        in text: inout TextBytes
    ) -> Int? {
        var index = start + 1
        if text[index] == UInt8(ascii: "d") || text[index] == UInt8(ascii: "t") { index += 1 }
        guard text.has("frac", at: index) else { return nil }
        index += 4
        var below = DigitSum()
        if text[index].isDigit, text[index + 1].isDigit {
            mantissa.append(text[index])
            below.append(text[index + 1])
            denominator = below
            return index + 2
        }
        guard text[index] == UInt8(ascii: "{") else { return nil }
        index += 1
        if text[index] == UInt8(ascii: "-") {
            isNegative = true
            index += 1
        }
        guard text[index].isDigit else { return nil }
        index = mantissa.read(&text, from: index)
        guard text.has("}{", at: index), text[index + 2].isDigit else { return nil }
        index = below.read(&text, from: index + 2)
        denominator = below
        return text[index] == UInt8(ascii: "}") ? index + 1 : nil
    }

    /// Skips digits that periods, colons or slashes glue to the token, which is then no number.
    private mutating func skipGlued(from start: Int, in text: inout TextBytes) -> Int {
        var end = start
        while true {
            let byte = text[end]
            let isGlue =
                byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
                || byte == UInt8(ascii: "/")
            guard isGlue, text[end + 1].isDigit else { return end }
            isNumber = false
            end += 1
            while text[end].isDigit { end += 1 }
        }
    }
}
