import PonderCore

extension MathExpression {
    /// The value if it is rational and can be had exactly; else `nil`.
    var exactValue: ExactNumber? {
        switch self {
        case .number(let number): number
        case .sum(let left, let right): Self.both(left, right) { $0.adding($1) }
        case .product(let left, let right): Self.both(left, right) { $0.multiplied(by: $1) }
        case .quotient(let left, let right): Self.both(left, right) { $0.divided(by: $1) }
        case .negated(let part): part.exactValue?.negated
        case .power(let base, let exponent): Self.both(base, exponent, Self.power)
        case .root(let index, let part): part.exactValue.flatMap { Self.root(index, of: $0) }
        case .function("abs", let part):
            part.exactValue.map { $0.numerator < 0 ? $0.negated : $0 }
        case .factorial(let part): part.exactValue.flatMap(Self.factorial)
        case .binomial(let above, let below): Self.both(above, below, Self.binomial)
        default: nil
        }
    }

    private static func both(
        _ left: MathExpression,
        _ right: MathExpression,
        _ combine: (ExactNumber, ExactNumber) -> ExactNumber?
    ) -> ExactNumber? {
        guard let left = left.exactValue, let right = right.exactValue else { return nil }
        return combine(left, right)
    }

    private static func power(_ base: ExactNumber, _ exponent: ExactNumber) -> ExactNumber? {
        guard let above = Int(exactly: exponent.numerator), above.magnitude <= 1000,
            let below = Int(exactly: exponent.denominator)
        else { return nil }
        if base.numerator == 0 && above == 0 { return nil }
        let root = below == 1 ? base : base.numerator < 0 ? nil : Self.root(below, of: base)
        return root?.raised(to: above)
    }

    /// The exact root of a number, if it has one; that of a negative one only for an odd index.
    private static func root(_ index: Int, of number: ExactNumber) -> ExactNumber? {
        guard index > 0, index <= 64 else { return nil }
        if number.numerator < 0 {
            return index % 2 == 1 ? root(index, of: number.negated)?.negated : nil
        }
        guard let above = wholeRoot(index, of: number.numerator),
            let below = wholeRoot(index, of: number.denominator)
        else { return nil }
        return ExactNumber(above, over: below)
    }

    /// Finds the whole root by bisection.
    private static func wholeRoot(_ index: Int, of number: Int128) -> Int128? {
        var (low, high): (Int128, Int128) = (0, min(number, 1 << 64) + 1)
        while low < high {
            let middle = (low + high) / 2
            let power = ExactNumber(middle, over: 1)?.raised(to: index)?.numerator
            if let power, power < number { low = middle + 1 } else { high = middle }
        }
        let power = ExactNumber(low, over: 1)?.raised(to: index)?.numerator
        return power == number ? low : nil
    }

    private static func factorial(_ number: ExactNumber) -> ExactNumber? {
        guard number.isInteger, (0...33).contains(number.numerator) else { return nil }
        return (0..<Int(number.numerator)).reduce(ExactNumber(1)) { product, factor in
            product?.multiplied(by: ExactNumber(factor + 1))
        }
    }

    private static func binomial(_ above: ExactNumber, _ below: ExactNumber) -> ExactNumber? {
        guard above.isInteger, below.isInteger, (0...1000).contains(above.numerator),
            (0...above.numerator).contains(below.numerator)
        else { return nil }
        let (above, below) = (Int(above.numerator), Int(below.numerator))
        return (0..<min(below, above - below)).reduce(ExactNumber(1)) { product, step in
            product?.multiplied(by: ExactNumber(above - step))?
                .divided(by: ExactNumber(step + 1))
        }
    }
}
