/// An amount of money in pico-dollars, exact.
///
/// One token at one micro-dollar per million tokens costs one pico-dollar, so sums of token prices
/// never round. The range reaches nine million dollars either way; beyond it amounts saturate.
public struct Cost: Hashable, Comparable, Sendable, Codable {
    /// The amount in units of 10^-12 dollars.
    public var picoDollars: Int64

    /// Creates an amount.
    public init(picoDollars: Int64) { self.picoDollars = picoDollars }

    /// No money.
    public static let zero = Cost(picoDollars: 0)

    /// The amount in dollars, rounded to a double.
    public var dollars: Double { Double(picoDollars) / 1e12 }

    /// Whether the left amount is smaller.
    public static func < (left: Cost, right: Cost) -> Bool { left.picoDollars < right.picoDollars }

    /// The sum of two amounts, saturating.
    public static func + (left: Cost, right: Cost) -> Cost {
        let (sum, overflow) = left.picoDollars.addingReportingOverflow(right.picoDollars)
        return Cost(picoDollars: overflow ? (left.picoDollars > 0 ? .max : .min) : sum)
    }

    /// The difference of two amounts, saturating.
    public static func - (left: Cost, right: Cost) -> Cost {
        let (difference, overflow) = left.picoDollars.subtractingReportingOverflow(
            right.picoDollars
        )
        return Cost(picoDollars: overflow ? (left.picoDollars > 0 ? .max : .min) : difference)
    }

    /// An amount of dollars, rounded to the nearest pico-dollar and saturating.
    ///
    /// - Precondition: the number is finite.
    public static func dollars(_ dollars: Double) -> Cost {
        precondition(dollars.isFinite, "an amount of money must be finite")
        let pico = (dollars * 1e12).rounded()
        if pico >= 9.2e18 { return Cost(picoDollars: .max) }
        if pico <= -9.2e18 { return Cost(picoDollars: .min) }
        return Cost(picoDollars: Int64(pico))
    }

    /// Encodes the amount as a plain number of pico-dollars.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(picoDollars)
    }

    /// Decodes a plain number of pico-dollars.
    public init(from decoder: any Decoder) throws {
        picoDollars = try decoder.singleValueContainer().decode(Int64.self)
    }
}
