import PonderCore

/// A mathematical expression.
indirect enum MathExpression: Hashable, Sendable {
    /// A rational number.
    case number(ExactNumber)
    /// A variable.
    case variable(String)
    /// The ratio of a circle's circumference to its diameter.
    case pi
    /// The base of natural logarithms.
    case euler
    /// The square root of minus one.
    case imaginaryUnit
    /// Infinity, which stands in intervals only.
    case infinity
    /// A number written in another base, by its digits.
    case based(digits: String, base: Int)
    /// A sum.
    case sum(MathExpression, MathExpression)
    /// A product.
    case product(MathExpression, MathExpression)
    /// A quotient.
    case quotient(MathExpression, MathExpression)
    /// A power.
    case power(MathExpression, MathExpression)
    /// The negative of an expression.
    case negated(MathExpression)
    /// A root with a positive whole index.
    case root(Int, MathExpression)
    /// A function's value.
    case function(String, MathExpression)
    /// A logarithm to a base.
    case logarithm(base: MathExpression, MathExpression)
    /// An angle given in degrees.
    case degrees(MathExpression)
    /// A factorial.
    case factorial(MathExpression)
    /// A binomial coefficient.
    case binomial(MathExpression, MathExpression)

    /// The parts of the expression.
    var parts: [MathExpression] {
        switch self {
        case .number, .variable, .pi, .euler, .imaginaryUnit, .infinity, .based: []
        case .negated(let part), .root(_, let part), .function(_, let part), .degrees(let part),
            .factorial(let part):
            [part]
        case .sum(let left, let right), .product(let left, let right),
            .quotient(let left, let right), .power(let left, let right),
            .logarithm(let left, let right), .binomial(let left, let right):
            [left, right]
        }
    }

    /// The names of the variables.
    var variables: Set<String> {
        if case .variable(let name) = self { return [name] }
        return parts.reduce(into: []) { $0.formUnion($1.variables) }
    }

    /// The expression with degrees outside functions taken as a mere unit.
    var withoutDegrees: MathExpression {
        switch self {
        case .degrees(let part): part.withoutDegrees
        case .negated(let part): .negated(part.withoutDegrees)
        case .sum(let left, let right): .sum(left.withoutDegrees, right.withoutDegrees)
        case .product(let left, let right): .product(left.withoutDegrees, right.withoutDegrees)
        case .quotient(let left, let right): .quotient(left.withoutDegrees, right.withoutDegrees)
        default: self
        }
    }
}
