import PonderCore

/// A polynomial with rational coefficients in normal form.
struct MathPolynomial: Hashable, Sendable, CustomStringConvertible {
    private static let termLimit = 64
    private static let degreeLimit = 64

    /// The powers of one term's variables.
    private struct Monomial: Hashable, Sendable {
        var powers: [String: Int] = [:]

        var degree: Int { powers.values.reduce(0, +) }

        var text: String {
            powers.sorted { $0.key < $1.key }
                .map { $0.value == 1 ? $0.key : "\($0.key)^\($0.value)" }
                .joined(separator: "*")
        }

        func times(_ other: Monomial) -> Monomial {
            Monomial(powers: powers.merging(other.powers, uniquingKeysWith: +))
        }
    }

    private var terms: [Monomial: ExactNumber]

    /// Expands an expression; `nil` if it is no polynomial, too large, or has numbers out of range.
    init?(_ expression: MathExpression) {
        switch expression {
        case .number(let number): self.init(number)
        case .variable(let name):
            self.init(terms: [Monomial(powers: [name: 1]): ExactNumber(1)])
        case .negated(let part):
            guard let part = MathPolynomial(part) else { return nil }
            self.init(terms: part.terms.mapValues(\.negated))
        case .sum(let left, let right):
            guard let left = MathPolynomial(left), let right = MathPolynomial(right),
                let sum = left.adding(right)
            else { return nil }
            self = sum
        case .product(let left, let right):
            guard let left = MathPolynomial(left), let right = MathPolynomial(right),
                let product = left.multiplied(by: right)
            else { return nil }
            self = product
        case .quotient(let left, let right):
            guard let left = MathPolynomial(left), let divisor = right.exactValue,
                let inverse = ExactNumber(1).divided(by: divisor),
                let quotient = left.multiplied(by: MathPolynomial(inverse))
            else { return nil }
            self = quotient
        case .power(let base, let exponent):
            guard let base = MathPolynomial(base), let exponent = exponent.exactValue,
                exponent.isInteger, (0...Int128(Self.degreeLimit)).contains(exponent.numerator),
                let power = base.raised(to: Int(exponent.numerator))
            else { return nil }
            self = power
        default:
            guard let number = expression.exactValue else { return nil }
            self.init(number)
        }
    }

    private init(terms: [Monomial: ExactNumber]) { self.terms = terms }

    private init(_ number: ExactNumber) {
        self.init(terms: number == ExactNumber(0) ? [:] : [Monomial(): number])
    }

    /// The terms from the highest degree down, such as `x^2-1/2*x+3`.
    var description: String {
        guard !terms.isEmpty else { return "0" }
        var text = ""
        for (monomial, coefficient) in sorted {
            let isNegative = coefficient.numerator < 0
            text += isNegative ? "-" : text.isEmpty ? "" : "+"
            let size = isNegative ? coefficient.negated : coefficient
            if monomial.powers.isEmpty {
                text += "\(size)"
            } else {
                text += (size == ExactNumber(1) ? "" : "\(size)*") + monomial.text
            }
        }
        return text
    }

    /// The multiple whose first term has the coefficient 1; `nil` for 0.
    var monic: MathPolynomial? {
        guard let leading = sorted.first?.1, let inverse = ExactNumber(1).divided(by: leading)
        else {
            return nil
        }
        return multiplied(by: MathPolynomial(inverse))
    }

    /// The terms from the highest degree down, those of one degree in the order of their names.
    private var sorted: [(Monomial, ExactNumber)] {
        terms.sorted { ($1.key.degree, $0.key.text) < ($0.key.degree, $1.key.text) }
            .map { ($0.key, $0.value) }
    }

    private func adding(_ other: MathPolynomial) -> MathPolynomial? {
        var sum = self
        for (monomial, coefficient) in other.terms {
            guard let total = (sum.terms[monomial] ?? ExactNumber(0)).adding(coefficient) else {
                return nil
            }
            sum.terms[monomial] = total == ExactNumber(0) ? nil : total
        }
        return sum.terms.count <= Self.termLimit ? sum : nil
    }

    private func multiplied(by other: MathPolynomial) -> MathPolynomial? {
        var product = MathPolynomial(ExactNumber(0))
        for (monomial, coefficient) in terms {
            var part = MathPolynomial(ExactNumber(0))
            for (factor, multiple) in other.terms {
                let combined = monomial.times(factor)
                guard combined.degree <= Self.degreeLimit,
                    let value = coefficient.multiplied(by: multiple)
                else { return nil }
                part.terms[combined] = value
            }
            guard let sum = product.adding(part) else { return nil }
            product = sum
        }
        return product
    }

    private func raised(to exponent: Int) -> MathPolynomial? {
        var power: MathPolynomial? = MathPolynomial(ExactNumber(1))
        for _ in 0..<exponent { power = power?.multiplied(by: self) }
        return power
    }
}
