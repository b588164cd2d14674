import PonderCore

extension MathExpression {
    /// Returns the value at a point; `nil` if a part has none, or it is not finite.
    func value(at point: [String: Complex]) -> Complex? {
        guard let value = rawValue(at: point), value.isFinite else { return nil }
        return value
    }

    private func rawValue(at point: [String: Complex]) -> Complex? {
        switch self {
        case .number(let number): return Complex(number.doubleValue)
        case .variable(let name): return point[name]
        case .pi: return Complex(.pi)
        case .euler: return Complex(1).exponential
        case .imaginaryUnit: return .unit
        case .infinity, .based: return nil
        case .factorial, .binomial: return exactValue.map { Complex($0.doubleValue) }
        case .negated(let part): return part.value(at: point).map { Complex(0) - $0 }
        case .degrees(let part): return part.value(at: point).map { $0 * Complex(.pi / 180) }
        case .function(let name, let part):
            return part.value(at: point).flatMap { Self.apply(name, to: $0) }
        case .root(let index, let part):
            return part.value(at: point).map { Self.root(index, of: $0) }
        default: return combined(at: point)
        }
    }

    private func combined(at point: [String: Complex]) -> Complex? {
        let values = parts.compactMap { $0.value(at: point) }
        guard values.count == 2 else { return nil }
        return switch self {
        case .sum: values[0] + values[1]
        case .product: values[0] * values[1]
        case .quotient: values[0] / values[1]
        case .power: values[0].raised(to: values[1])
        case .logarithm: values[1].logarithm / values[0].logarithm
        default: nil
        }
    }

    /// The principal root, but the real one of a negative number for an odd index.
    private static func root(_ index: Int, of value: Complex) -> Complex {
        if index == 2 { return value.squareRoot }
        let exponent = Complex(1 / Double(index))
        if value.imaginary == 0, value.real < 0, index % 2 == 1 {
            return Complex(0) - Complex(-value.real).raised(to: exponent)
        }
        return value.raised(to: exponent)
    }

    private static func apply(_ name: String, to value: Complex) -> Complex? {
        let one = Complex(1)
        switch name {
        case "abs": return Complex(value.magnitude)
        case "sin": return value.sine
        case "cos": return value.cosine
        case "tan": return value.sine / value.cosine
        case "cot": return value.cosine / value.sine
        case "sec": return one / value.cosine
        case "csc": return one / value.sine
        case "arcsin": return value.arcSine
        case "arccos": return Complex(.pi / 2) - value.arcSine
        case "arctan": return value.arcTangent
        case "sinh": return (value.exponential - (one / value.exponential)) / Complex(2)
        case "cosh": return (value.exponential + (one / value.exponential)) / Complex(2)
        case "tanh":
            let (grown, shrunk) = (value.exponential, one / value.exponential)
            return (grown - shrunk) / (grown + shrunk)
        case "exp": return value.exponential
        case "ln": return value.logarithm
        case "log", "lg": return value.logarithm / Complex(10).logarithm
        default: return nil
        }
    }
}
