extension ExactNumber {
    /// The negated number.
    public var negated: ExactNumber { ExactNumber(lowest: -numerator, over: denominator) }

    /// Returns the sum; `nil` if it is out of range.
    public func adding(_ other: ExactNumber) -> ExactNumber? {
        guard let left = Self.product(numerator, other.denominator),
            let right = Self.product(other.numerator, denominator),
            let below = Self.product(denominator, other.denominator)
        else { return nil }
        let (sum, overflow) = left.addingReportingOverflow(right)
        return overflow ? nil : ExactNumber(sum, over: below)
    }

    /// Returns the difference; `nil` if it is out of range.
    public func subtracting(_ other: ExactNumber) -> ExactNumber? { adding(other.negated) }

    /// Returns the product; `nil` if it is out of range.
    public func multiplied(by other: ExactNumber) -> ExactNumber? {
        guard let left = ExactNumber(numerator, over: other.denominator),
            let right = ExactNumber(other.numerator, over: denominator),
            let above = Self.product(left.numerator, right.numerator),
            let below = Self.product(left.denominator, right.denominator)
        else { return nil }
        return ExactNumber(above, over: below)
    }

    /// Returns the quotient; `nil` if it is out of range or the divisor is 0.
    public func divided(by other: ExactNumber) -> ExactNumber? {
        guard let inverse = ExactNumber(other.denominator, over: other.numerator) else {
            return nil
        }
        return multiplied(by: inverse)
    }

    /// Returns a power; `nil` if it is out of range, or for 0 to a negative exponent.
    ///
    /// - Complexity: O(log exponent) multiplications.
    public func raised(to exponent: Int) -> ExactNumber? {
        var base: ExactNumber? = self
        if exponent < 0 { base = ExactNumber(1).divided(by: self) }
        var remaining = exponent.magnitude
        var result: ExactNumber? = ExactNumber(1)
        while remaining > 0, let factor = base {
            if remaining & 1 == 1 { result = result?.multiplied(by: factor) }
            remaining >>= 1
            if remaining > 0 { base = factor.multiplied(by: factor) }
        }
        return base == nil ? nil : result
    }

    private static func product(_ left: Int128, _ right: Int128) -> Int128? {
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        return overflow ? nil : product
    }
}
