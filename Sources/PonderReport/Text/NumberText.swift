/// Writes numbers for people, the same on every machine.
package enum NumberText {
    /// What stands for a figure that is not known.
    package static let missing = "–"

    /// A number with so many digits after the point; no negative zero.
    package static func fixed(_ value: Double, _ digits: Int) -> String {
        guard value.isFinite else { return value.isNaN ? missing : (value > 0 ? "∞" : "-∞") }
        let scale = power(digits)
        let rounded = (abs(value) * Double(scale)).rounded()
        guard rounded < 9e15 else { return "\(value)" }
        let whole = Int(rounded)
        let sign = value < 0 && whole != 0 ? "-" : ""
        guard digits > 0 else { return sign + "\(whole)" }
        let fraction = "\(whole % scale)"
        let padding = String(repeating: "0", count: digits - fraction.count)
        return "\(sign)\(whole / scale).\(padding)\(fraction)"
    }

    /// A share as a number of percent, with one digit after the point.
    package static func percent(_ share: Double?) -> String {
        share.map { fixed($0 * 100, 1) } ?? missing
    }

    /// A difference of shares in percentage points, with its sign.
    package static func points(_ difference: Double) -> String {
        let text = fixed(difference * 100, 1)
        return text.hasPrefix("-") || text == "0.0" ? text : "+" + text
    }

    /// An interval of shares in percent.
    package static func interval(_ low: Double?, _ high: Double?) -> String {
        guard let low, let high else { return missing }
        return "[\(percent(low)), \(percent(high))]"
    }

    /// A mean count: whole from 100 on, else with digits that still tell something.
    package static func amount(_ value: Double?) -> String {
        guard let value else { return missing }
        if abs(value) >= 100 { return grouped(value) }
        return fixed(value, abs(value) >= 10 ? 1 : 2)
    }

    /// A whole number with its thousands set apart by commas.
    package static func grouped(_ value: Double) -> String {
        let digits = fixed(value, 0)
        guard digits.allSatisfy({ $0.isNumber || $0 == "-" }) else { return digits }
        let sign = digits.hasPrefix("-") ? "-" : ""
        let plain = Array(digits.dropFirst(sign.count))
        var text = ""
        for (index, digit) in plain.enumerated() {
            if index > 0, (plain.count - index).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return sign + text
    }

    /// A number with so many significant digits and without an exponent.
    package static func significant(_ value: Double?, _ digits: Int = 3) -> String {
        guard let value else { return missing }
        guard value.isFinite, value != 0 else { return fixed(value, 0) }
        var places = digits - 1
        var size = abs(value)
        while size >= 10, places > 0 {
            size /= 10
            places -= 1
        }
        while size < 1, places < 15 {
            size *= 10
            places += 1
        }
        // Rounding may carry to one more digit before the point.
        let digitsKept = (size * Double(power(digits - 1))).rounded()
        if digitsKept >= Double(power(digits)), places > 0 { places -= 1 }
        return places == 0 ? grouped(value) : fixed(value, places)
    }

    /// A large number with a metric prefix and three digits: `1.23 T`.
    package static func metric(_ value: Double?, digits: Int = 3) -> String {
        guard let value else { return missing }
        var size = value
        var prefix = 0
        let prefixes = ["", " k", " M", " G", " T", " P", " E", " Z"]
        while abs(size) >= 999.5, prefix < prefixes.count - 1 {
            size /= 1000
            prefix += 1
        }
        return significant(size, digits) + prefixes[prefix]
    }

    /// An amount of money in dollars.
    package static func dollars(_ value: Double?) -> String {
        guard let value else { return missing }
        return "$" + significant(value)
    }

    /// A ratio, as a factor.
    package static func factor(_ value: Double?) -> String {
        value.map { significant($0, 2) + "×" } ?? missing
    }

    /// A p-value.
    package static func probability(_ value: Double?) -> String {
        guard let value else { return missing }
        return value < 0.001 ? "<0.001" : fixed(value, 3)
    }

    /// An amount on an axis, with its unit.
    package static func spend(_ value: Double?, on axis: SpendAxis) -> String {
        switch axis {
        case .flops: metric(value)
        case .outputTokens, .totalTokens: amount(value)
        case .cost: dollars(value)
        case .seconds: significant(value)
        }
    }

    private static func power(_ digits: Int) -> Int {
        (0..<digits).reduce(1) { power, _ in power * 10 }
    }
}
