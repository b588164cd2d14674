package import PonderCore

/// Whole numbers joined by the four operators.
package indirect enum ArithmeticExpression: Hashable, Sendable, CustomStringConvertible {
    /// A whole number, not negative.
    case literal(Int)
    /// An operator between two expressions.
    case operation(ArithmeticOperator, ArithmeticExpression, ArithmeticExpression)

    /// The value; `nil` if it divides by 0 or leaves the range of exact arithmetic.
    package var value: ExactNumber? {
        switch self {
        case .literal(let number): return ExactNumber(number)
        case .operation(let sign, let left, let right):
            guard let left = left.value, let right = right.value else { return nil }
            return switch sign {
            case .add: left.adding(right)
            case .subtract: left.subtracting(right)
            case .multiply: left.multiplied(by: right)
            case .divide: left.divided(by: right)
            }
        }
    }

    /// The whole numbers, from left to right.
    package var literals: [Int] {
        var found: [Int] = []
        collect(into: &found)
        return found
    }

    /// The expression with spaces around operators and no parentheses that are not needed.
    package var description: String { written(inside: 0, isRight: false) }

    private func collect(into found: inout [Int]) {
        switch self {
        case .literal(let number): found.append(number)
        case .operation(_, let left, let right):
            left.collect(into: &found)
            right.collect(into: &found)
        }
    }

    private func written(inside precedence: Int, isRight: Bool) -> String {
        switch self {
        case .literal(let number): return "\(number)"
        case .operation(let sign, let left, let right):
            let own = sign.precedence
            let text =
                left.written(inside: own, isRight: false) + " \(sign.sign) "
                + right.written(inside: own, isRight: true)
            return own < precedence || (own == precedence && isRight) ? "(\(text))" : text
        }
    }
}
