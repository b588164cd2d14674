/// A rational number, exact, in lowest terms.
///
/// Arithmetic that leaves the range of 128 bits gives `nil`, never a wrong number.
public struct ExactNumber: Hashable, Sendable, CustomStringConvertible {
    /// The numerator; it carries the sign.
    public let numerator: Int128

    /// The denominator, positive.
    public let denominator: Int128

    /// Creates a whole number.
    public init(_ value: Int) {
        numerator = Int128(value)
        denominator = 1
    }

    /// Creates a quotient in lowest terms; `nil` if the denominator is 0 or a part is `Int128.min`.
    ///
    /// - Complexity: O(log n) divisions.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * (numerator / Int128(divisor))
        self.denominator = sign * (denominator / Int128(divisor))
    }

    /// Creates a quotient whose parts have no common divisor, with a positive denominator.
    init(lowest numerator: Int128, over denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Reads a number; `nil` unless the whole text is one number without a percent sign.
    ///
    /// Accepts what ``WrittenNumber`` accepts.
    public init?(_ text: String) {
        guard let written = WrittenNumber(text), !written.isPercent else { return nil }
        self = written.value
    }

    /// Whether the number has no fractional part.
    public var isInteger: Bool { denominator == 1 }

    /// The number as a double, rounded.
    public var doubleValue: Double { Double(numerator) / Double(denominator) }

    /// The canonical spelling: `-5`, or a fraction in lowest terms such as `3/4`, never a decimal.
    public var description: String {
        isInteger ? "\(numerator)" : "\(numerator)/\(denominator)"
    }

    private static func greatestCommonDivisor(_ left: UInt128, _ right: UInt128) -> UInt128 {
        var (left, right) = (left, right)
        while right != 0 { (left, right) = (right, left % right) }
        return left
    }
}
