extension NumberToken {
    /// Takes in sign, currency and percent sign, and rules out digits that belong to a name.
    mutating func finish(from start: Int, to end: Int, in text: inout TextBytes) {
        var lower = skipCurrency(before: start, in: &text)
        let hasCurrency = lower < start
        let sign = signLength(before: lower, in: &text)
        if sign > 0, !endsOperand(before: lower - sign, hasCurrency: hasCurrency, in: &text) {
            if text[lower - 1] != UInt8(ascii: "+") { isNegative.toggle() }
            lower = skipCurrency(before: lower - sign, in: &text)
        }
        if belongsToName(before: lower, in: &text) { isNumber = false }
        range = lower..<readUnit(from: end, in: &text)
    }

    private func skipCurrency(before index: Int, in text: inout TextBytes) -> Int {
        switch text[index - 1] {
        case UInt8(ascii: "$"): text[index - 2] == UInt8(ascii: "\\") ? index - 2 : index - 1
        case 0xa3, 0xa5: text[index - 2] == 0xc2 ? index - 2 : index
        case 0xac: text.has("€", at: index - 3) ? index - 3 : index
        case 0xb9: text.has("₹", at: index - 3) ? index - 3 : index
        default: index
        }
    }

    /// The length of a plus or minus sign of whatever spelling that ends before an index.
    private func signLength(before index: Int, in text: inout TextBytes) -> Int {
        switch text[index - 1] {
        case UInt8(ascii: "-"), UInt8(ascii: "+"): 1
        case 0x92: text.has("\u{2212}", at: index - 3) ? 3 : 0
        case 0x93: text.has("\u{2013}", at: index - 3) ? 3 : 0
        case 0x8d: text.has("\u{ff0d}", at: index - 3) ? 3 : 0
        default: 0
        }
    }

    /// Whether something ends before an index that a following minus would subtract from.
    private func endsOperand(
        before index: Int,
        hasCurrency: Bool,
        in text: inout TextBytes
    ) -> Bool {
        let byte = text[index - 1]
        if byte.isDigit || byte.isLetter { return true }
        switch byte {
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"),
            UInt8(ascii: "-"):
            return true
        case UInt8(ascii: "$"): return hasCurrency
        default: return false
        }
    }

    /// Whether letters, `_` or `^` before an index make the digits part of a name or an exponent.
    private func belongsToName(before index: Int, in text: inout TextBytes) -> Bool {
        func binds(_ byte: UInt8) -> Bool {
            byte == UInt8(ascii: "^") || byte == UInt8(ascii: "_")
        }
        let byte = text[index - 1]
        return byte.isLetter || binds(byte)
            || (byte == UInt8(ascii: "{") && binds(text[index - 2]))
    }

    /// Reads a percent sign; a power or an ordinal is no number.
    private mutating func readUnit(from end: Int, in text: inout TextBytes) -> Int {
        if text[end] == UInt8(ascii: "^") || isOrdinal(at: end, in: &text) { isNumber = false }
        var unit = end
        if text[unit] == UInt8(ascii: " ") { unit += 1 }
        if text[unit] == UInt8(ascii: "\\") { unit += 1 }
        guard text[unit] == UInt8(ascii: "%") else { return end }
        isPercent = true
        return unit + 1
    }

    private func isOrdinal(at index: Int, in text: inout TextBytes) -> Bool {
        guard text[index].isLetter, text[index + 1].isLetter, !text[index + 2].isLetter else {
            return false
        }
        return text.hasAnyCase("th", at: index) || text.hasAnyCase("st", at: index)
            || text.hasAnyCase("nd", at: index) || text.hasAnyCase("rd", at: index)
    }
}
