extension NumberToken {
    /// Returns the first number in a range, after its last `=` if it has one.
    ///
    /// Of a range such as `10-12` it is the upper end.
    static func first(in range: Range<Int>, of text: inout TextBytes) -> NumberToken? {
        var index = range.lowerBound
        for place in range where text[place] == UInt8(ascii: "=") { index = place + 1 }
        while index < range.upperBound {
            let byte = text[index]
            let found: NumberToken?
            if begins(at: index, with: byte, in: &text) {
                found = NumberToken(at: index, in: &text, groupsBySpaces: true)
            } else if byte == UInt8(ascii: "\\") {
                found = NumberToken(latexFractionAt: index, in: &text)
            } else {
                found = nil
            }
            guard let found else {
                index += 1
                continue
            }
            if found.isNumber { return rangeEnd(from: found, in: &text) }
            index = max(found.range.upperBound, index + 1)
        }
        return nil
    }

    /// Returns the last number that hyphens join to a token; `nil` if there are more than two.
    private static func rangeEnd(
        from token: NumberToken,
        in text: inout TextBytes
    ) -> NumberToken? {
        let end = token.range.upperBound
        guard text[end] == UInt8(ascii: "-"), text[end + 1].isDigit else { return token }
        let upper = NumberToken(at: end + 1, in: &text, groupsBySpaces: true)
        let next = upper.range.upperBound
        let isDate = text[next] == UInt8(ascii: "-") && text[next + 1].isDigit
        return upper.isNumber && !isDate ? upper : nil
    }
}
