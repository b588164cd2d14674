/// A decimal number exactly as it is written: an integer times a power of ten.
///
/// It reads `12`, `-0.5`, `.5`, `358e6`, `1.5E-3` and `1_000_000`. It reads no hexadecimal number,
/// no infinity and nothing with a unit.
struct DecimalText: Equatable {
    /// What a number is in units of a power of ten.
    enum Units: Equatable {
        /// Exactly this many.
        case whole(Int128)
        /// Not a whole number of units.
        case fraction
        /// More than can be held.
        case tooLarge
    }

    private static let longest = 100

    private var isNegative = false
    /// The digits without leading and trailing zeros; empty for zero.
    private var digits: [UInt8] = []
    /// The power of ten of the last digit.
    private var exponent = 0

    /// Reads a number; `nil` if the text is anything else.
    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard rest.count <= Self.longest else { return nil }
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        guard let whole = Self.takeDigits(&rest) else { return nil }
        var fraction: [UInt8] = []
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard let taken = Self.takeDigits(&rest), !taken.isEmpty else { return nil }
            fraction = taken
        }
        guard !(whole.isEmpty && fraction.isEmpty), let power = Self.takeExponent(&rest),
            rest.isEmpty
        else { return nil }
        exponent = power - fraction.count
        digits = Array((whole + fraction).drop { $0 == 0 })
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { (exponent, isNegative) = (0, false) }
    }

    /// Whether the number is below zero.
    var isBelowZero: Bool { isNegative }

    /// The number in units of `10^-scale`: with a scale of 6, in millionths.
    func units(scale: Int = 0) -> Units {
        let shift = exponent + scale
        if digits.isEmpty { return .whole(0) }
        if shift < 0 { return .fraction }
        guard digits.count + shift <= 39 else { return .tooLarge }
        var value: Int128 = 0
        for digit in digits + Array(repeating: 0, count: shift) {
            let (tens, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, overflows) = tens.addingReportingOverflow(Int128(digit))
            if overflow || overflows { return .tooLarge }
            value = sum
        }
        return .whole(isNegative ? -value : value)
    }

    /// The nearest double; `nil` if the number is beyond the finite ones.
    var double: Double? {
        let text = digits.map { String($0) }.joined()
        let written = "\(isNegative ? "-" : "")\(text.isEmpty ? "0" : text)e\(exponent)"
        guard let value = Double(written), value.isFinite else { return nil }
        return value
    }

    /// Writes a number of units of `10^-scale` as a plain decimal: 1500 with a scale of 3 is `1.5`.
    static func text(_ units: Int128, scale: Int) -> String {
        guard scale > 0 else { return "\(units)" }
        let digits = String(units.magnitude)
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
        let whole = padded.dropLast(scale)
        var fraction = padded.suffix(scale)
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return "\(units < 0 ? "-" : "")\(whole)\(fraction.isEmpty ? "" : ".\(fraction)")"
    }

    /// Takes digits, which single underscores may part; `nil` if an underscore parts nothing.
    private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> [UInt8]? {
        var digits: [UInt8] = []
        var mayPart = false
        while let byte = rest.first {
            if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                digits.append(byte - UInt8(ascii: "0"))
                mayPart = true
            } else if byte == UInt8(ascii: "_"), mayPart {
                mayPart = false
            } else {
                break
            }
            rest = rest.dropFirst()
        }
        return digits.isEmpty || mayPart ? digits : nil
    }

    /// Takes an exponent, 0 if there is none; `nil` if it is malformed or absurd.
    private static func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Int? {
        guard let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else {
            return 0
        }
        rest = rest.dropFirst()
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        guard let digits = takeDigits(&rest), (1...5).contains(digits.count) else { return nil }
        let value = digits.reduce(0) { $0 * 10 + Int($1) }
        return isNegative ? -value : value
    }
}
