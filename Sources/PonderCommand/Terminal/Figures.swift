import Ponder

/// Writes figures for people.
enum Figures {
    /// A whole number with commas between thousands.
    static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return value < 0 ? "-\(text)" : text
    }

    /// A share in percent with one decimal.
    static func percent(_ share: Double) -> String {
        "\(fixed(share * 100, decimals: 1)) %"
    }

    /// A number with a fixed number of decimals.
    static func fixed(_ value: Double, decimals: Int) -> String {
        guard value.isFinite else { return "-" }
        var scale = 1.0
        for _ in 0..<decimals { scale *= 10 }
        let scaled = (value.magnitude * scale).rounded()
        guard scaled < 1e15 else { return "\(value)" }
        let digits = String(Int(scaled))
        let sign = value < 0 && scaled > 0 ? "-" : ""
        guard decimals > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        return "\(sign)\(padded.dropLast(decimals)).\(padded.suffix(decimals))"
    }

    /// An amount of money in dollars.
    static func dollars(_ cost: Cost) -> String {
        fixed(cost.dollars, decimals: cost.dollars < 1 ? 4 : 2)
    }

    /// A length of time in the unit that suits it.
    static func time(_ duration: Duration) -> String {
        let seconds = Int((duration / .seconds(1)).rounded(.up))
        if seconds < 100 { return "\(seconds) s" }
        if seconds < 5400 { return "\((seconds + 59) / 60) min" }
        return "\(fixed(Double(seconds) / 3600, decimals: 1)) h"
    }

    /// A large number with three significant digits and a power of ten.
    static func scientific(_ value: Double) -> String {
        guard value.isFinite, value > 0 else { return "0" }
        var exponent = 0
        var mantissa = value
        while mantissa >= 9.995 {
            mantissa /= 10
            exponent += 1
        }
        return "\(fixed(mantissa, decimals: 2))e\(exponent)"
    }
}
