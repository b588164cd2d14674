/// Finds the last number of a text in one pass over its bytes.
struct LastNumberSearch {
    private static let labels: [StaticString] = [
        "step", "part", "case", "stage", "table", "lemma", "figure", "method", "option", "problem",
        "example", "section", "theorem", "question", "equation", "exercise",
    ]

    private var last: NumberToken?
    private var lastInCode: NumberToken?
    private var isInCode = false
    private var isLineStart = true
    private var wordStart = 0
    private var wordEnd = 0
    private var chainEnd = -1
    private var chainLength = 0
    private var beforeChain: NumberToken?

    /// Returns the last number; one in fenced code only if there is no other.
    mutating func last(in text: inout TextBytes) -> NumberToken? {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if NumberToken.begins(at: index, with: byte, in: &text) {
                let token = NumberToken(at: index, in: &text, groupsBySpaces: false)
                take(token, in: &text)
                index = max(token.range.upperBound, index + 1)
            } else if byte == UInt8(ascii: "\\"),
                let token = NumberToken(latexFractionAt: index, in: &text)
            {
                take(token, in: &text)
                index = token.range.upperBound
            } else {
                index = pass(byte, at: index, in: &text)
            }
        }
        return last ?? lastInCode
    }

    private mutating func pass(_ byte: UInt8, at index: Int, in text: inout TextBytes) -> Int {
        if byte == UInt8(ascii: "\n") {
            isLineStart = true
            wordEnd = 0
        } else if byte.isLetter {
            if wordEnd != index { wordStart = index }
            wordEnd = index + 1
            isLineStart = false
        } else if byte == UInt8(ascii: "`"), isLineStart, text.has("```", at: index) {
            isInCode.toggle()
            return index + 3
        } else if !byte.isWhiteSpace, ![0x2a, 0x23, 0x28, 0x2d, 0x3e, 0x5f].contains(byte) {
            isLineStart = false
            wordEnd = 0
        }
        return index + 1
    }

    private mutating func take(_ token: NumberToken, in text: inout TextBytes) {
        let isLabel = isLabel(token, in: &text)
        isLineStart = false
        wordEnd = 0
        guard !isLabel else { return }
        let start = token.range.lowerBound
        if chainEnd == start - 1, text[start - 1] == UInt8(ascii: "-") {
            chainLength += 1
        } else {
            chainLength = 1
            beforeChain = isInCode ? lastInCode : last
        }
        chainEnd = token.range.upperBound
        var next: NumberToken? = token
        if chainLength > 2 { next = beforeChain }
        if !token.isNumber, chainLength <= 2 { return }
        if isInCode { lastInCode = next } else { last = next }
    }

    /// Whether a token numbers a step or a line: `Step 3`, or `3.` before more text on its line.
    private func isLabel(_ token: NumberToken, in text: inout TextBytes) -> Bool {
        for label in Self.labels
        where label.utf8CodeUnitCount == wordEnd - wordStart && wordEnd > 0 {
            if text.hasAnyCase(label, at: wordStart) { return true }
        }
        guard isLineStart else { return false }
        var index = token.range.upperBound
        guard [0x2e, 0x29, 0x3a].contains(text[index]) else { return false }
        index += 1
        while index < token.range.upperBound + 8, [0x20, 0x2a].contains(text[index]) { index += 1 }
        return index > token.range.upperBound + 1 && text[index] > 0x20
    }
}
