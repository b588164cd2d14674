/// An equation with its canonical spelling.
struct MathEquation: Hashable, Sendable {
    /// The left side.
    let left: MathExpression

    /// The right side.
    let right: MathExpression

    /// A spelling that the equation shares with its multiples.
    let spelling: String

    /// Creates an equation; `nil` if its sides have no values to go by.
    init?(_ left: MathExpression, _ right: MathExpression) {
        self.left = left
        self.right = right
        let difference = Self.difference(left, right)
        if let polynomial = MathPolynomial(difference) {
            guard let monic = polynomial.monic else { return nil }
            spelling = "0 = \(monic)"
        } else {
            guard let ratios = MathFingerprint.ratios(of: difference) else { return nil }
            spelling = "0 = \(ratios)"
        }
    }

    /// The left side minus the right one.
    var difference: MathExpression { Self.difference(left, right) }

    /// The value that the equation gives to a variable, if it has the form `y = …` without `y` again.
    var explicitValue: MathExpression? {
        guard case .variable(let name) = left, !right.variables.contains(name) else { return nil }
        return right
    }

    private static func difference(
        _ left: MathExpression,
        _ right: MathExpression
    ) -> MathExpression {
        .sum(left, .negated(right))
    }
}
