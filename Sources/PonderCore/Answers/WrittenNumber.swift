/// A number as people and models write it: a value, and whether a percent sign follows.
///
/// Accepts a sign (`-`, `+`, the minus sign of Unicode, an en dash), a currency sign before or after
/// it, thousands separated by commas or spaces in proper groups of three, a decimal point, an
/// exponent, a fraction, a mixed number such as `2 1/2`, `\frac{3}{4}`, a percent sign and a period
/// at the end. `50%` is 50 with a percent sign, not one half.
public struct WrittenNumber: Hashable, Sendable, CustomStringConvertible {
    /// The number before the percent sign, if there is one.
    public let value: ExactNumber

    /// Whether a percent sign follows.
    public let isPercent: Bool

    /// Reads a text; `nil` unless the whole of it is one number that fits into exact arithmetic.
    public init?(_ text: String) {
        guard text.utf8.count <= AnswerMarks.lengthLimit else { return nil }
        var bytes = TextBytes(text)
        let all = bytes.trimmed(0..<bytes.count)
        var start = all.lowerBound
        while start < all.upperBound,
            !NumberToken.begins(at: start, with: bytes[start], in: &bytes),
            !(bytes[start] == UInt8(ascii: "\\") && bytes[start + 1].isLetter)
        { start += 1 }
        guard start < all.upperBound else { return nil }
        let token =
            bytes[start] == UInt8(ascii: "\\")
            ? NumberToken(latexFractionAt: start, in: &bytes)
            : NumberToken(at: start, in: &bytes, groupsBySpaces: true)
        guard let token, let value = token.value, token.range.lowerBound == all.lowerBound else {
            return nil
        }
        let rest = token.range.upperBound..<all.upperBound
        let hasPeriod = rest.count == 1 && bytes[rest.lowerBound] == UInt8(ascii: ".")
        guard rest.isEmpty || hasPeriod else { return nil }
        self.value = value
        isPercent = token.isPercent
    }

    /// The canonical spelling: that of the value, with a percent sign if there is one.
    public var description: String { isPercent ? "\(value)%" : "\(value)" }
}
