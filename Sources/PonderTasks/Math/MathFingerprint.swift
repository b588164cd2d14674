import PonderCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Spells expressions so that equal ones have equal spellings, as votes need it.
enum MathFingerprint {
    /// Returns the canonical spelling of an expression; `nil` if it has no value to go by.
    ///
    /// A rational number and a polynomial are spelt exactly. What else has no variables is spelt by
    /// its value to ten digits, or as the rational number with a denominator up to 1,000 that it
    /// equals within a relative 1e-11; the rest by its values at three fixed points.
    static func text(of expression: MathExpression) -> String? {
        if expression == .infinity { return "oo" }
        if expression == .negated(.infinity) { return "-oo" }
        if case .based(let digits, let base) = expression { return "\(digits)_\(base)" }
        if let exact = expression.exactValue { return "\(exact)" }
        if let polynomial = MathPolynomial(expression) { return "\(polynomial)" }
        let variables = expression.variables
        guard !variables.isEmpty else {
            return expression.value(at: [:]).map { constant($0) }
        }
        let values = (0..<MathProbe.pointCount)
            .compactMap { expression.value(at: MathProbe.point($0, for: variables)) }
            .prefix(MathProbe.leastPoints)
        guard values.count == MathProbe.leastPoints else { return nil }
        let names = variables.sorted().joined(separator: ",")
        return "f(\(names))~\(values.map { complex($0) }.joined(separator: ";"))"
    }

    /// Returns a spelling that expressions share which are constant multiples of each other.
    static func ratios(of expression: MathExpression) -> String? {
        let variables = expression.variables
        let values = (0..<MathProbe.pointCount)
            .compactMap { expression.value(at: MathProbe.point($0, for: variables)) }
            .filter { $0.magnitude > 1e-9 }
            .prefix(MathProbe.leastPoints + 1)
        guard let first = values.first, values.count == MathProbe.leastPoints + 1 else {
            return nil
        }
        let names = variables.sorted().joined(separator: ",")
        let ratios = values.dropFirst().map { complex($0 / first) }
        return "f(\(names))~\(ratios.joined(separator: ";"))"
    }

    private static func constant(_ value: Complex) -> String {
        let isReal = value.imaginary.magnitude < 1e-11 * max(value.magnitude, 1)
        if isReal { return rational(near: value.real).map { "\($0)" } ?? "~\(decimal(value.real))" }
        guard let real = rational(near: value.real), let imaginary = rational(near: value.imaginary)
        else { return "~\(complex(value))" }
        return "\(real)+(\(imaginary))i"
    }

    /// The rational number with a small denominator next to a value, if there is one.
    private static func rational(near value: Double) -> ExactNumber? {
        guard value.magnitude < 1e9 else { return nil }
        for denominator in 1...1000 {
            let scaled = value * Double(denominator)
            let whole = scaled.rounded()
            if (scaled - whole).magnitude <= 1e-11 * max(scaled.magnitude, 1) {
                return ExactNumber(Int128(whole), over: Int128(denominator))
            }
        }
        return nil
    }

    private static func complex(_ value: Complex) -> String {
        let tiny = 1e-10 * value.magnitude
        let real = value.real.magnitude < tiny ? 0 : value.real
        let imaginary = value.imaginary.magnitude < tiny ? 0 : value.imaginary
        return imaginary == 0 ? decimal(real) : "\(decimal(real))+(\(decimal(imaginary)))i"
    }

    /// Ten significant digits, with an exponent unless it is 0.
    private static func decimal(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        var exponent = Int(log10(value.magnitude).rounded(.down))
        var digits = (value.magnitude / pow(10, Double(exponent)) * 1e9).rounded()
        if digits >= 1e10 {
            digits = 1e9
            exponent += 1
        }
        let text = String(Int64(digits))
        let mantissa = "\(value < 0 ? "-" : "")\(text.prefix(1)).\(text.dropFirst())"
        return exponent == 0 ? mantissa : "\(mantissa)e\(exponent)"
    }
}
