/// Something in a text that looks like a number: where it stands and what it says.
package struct NumberToken: Sendable {
    /// The bytes, with sign and currency.
    package internal(set) var range: Range<Int>

    /// False for digits that are part of something else: a name, an exponent, a time, a version.
    package internal(set) var isNumber = true

    /// Whether a percent sign follows.
    package internal(set) var isPercent = false

    var isNegative = false
    var mantissa = DigitSum()
    var exponent = 0
    var denominator: DigitSum?
    var whole: DigitSum?

    /// The number; `nil` if it does not fit into exact arithmetic, or divides by 0.
    package var value: ExactNumber? {
        guard isNumber, exponent.magnitude <= 40, let power = ExactNumber(10).raised(to: exponent),
            let digits = Self.exact(mantissa)
        else { return nil }
        var result = digits.multiplied(by: power)
        if let denominator {
            guard let divisor = Self.exact(denominator) else { return nil }
            result = result?.divided(by: divisor)
        }
        if let whole {
            guard let number = Self.exact(whole) else { return nil }
            result = result?.adding(number)
        }
        return isNegative ? result?.negated : result
    }

    private static func exact(_ digits: DigitSum) -> ExactNumber? {
        digits.value.flatMap { ExactNumber($0, over: 1) }
    }
}
