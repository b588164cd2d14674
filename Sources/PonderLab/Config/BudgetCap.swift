import PonderCore

/// A limit of a budget, under the key and in the units in which configs write it.
///
/// A value is a whole number of units: tokens, calls, pico-dollars, FLOPs or nanoseconds.
enum BudgetCap: String, CaseIterable {
    case outputTokens = "output-tokens"
    case totalTokens = "total-tokens"
    case calls
    case costUSD = "cost-usd"
    case flops
    case wallTime = "wall-time"

    /// How many decimal places the units lie below what a config writes.
    var scale: Int {
        switch self {
        case .outputTokens, .totalTokens, .calls, .flops: 0
        case .costUSD: 12
        case .wallTime: 9
        }
    }

    /// The largest value that a budget can hold.
    var largest: Int128 {
        switch self {
        case .outputTokens, .totalTokens, .calls: 1_000_000_000_000_000
        case .costUSD: 9_000_000_000_000_000_000
        case .flops: 1_000_000_000_000_000_000_000_000_000_000_000_000
        case .wallTime: 31_536_000_000_000_000
        }
    }

    /// What to write.
    var expectation: String {
        switch self {
        case .outputTokens, .totalTokens: "a whole number of tokens from 1 to \(largest)"
        case .calls: "a whole number of calls from 1 to \(largest)"
        case .costUSD: "an amount of dollars above 0, to the pico-dollar, at most 9000000"
        case .flops: "a whole number of operations of at least 1, such as 4e15"
        case .wallTime: "a time above 0 such as 90s, 5m or 2h, at most a year"
        }
    }

    /// Reads a value in units; `nil` if it is not as expected.
    func value(of text: String) -> Int128? {
        var text = text[...]
        var factor: Int128 = 1
        if self == .wallTime, let unit = text.last {
            switch unit {
            case "s": text = text.dropLast()
            case "m": (text, factor) = (text.dropLast(), 60)
            case "h": (text, factor) = (text.dropLast(), 3600)
            default: break
            }
        }
        guard case .whole(let units)? = DecimalText(String(text))?.units(scale: scale),
            units > 0, units <= largest / factor
        else { return nil }
        return units * factor
    }

    /// Writes a value in units as a config does.
    func text(of value: Int128) -> String {
        DecimalText.text(value, scale: scale) + (self == .wallTime ? "s" : "")
    }
}
