/// A value of an answer with its canonical spelling.
struct MathValue: Hashable, Sendable {
    /// The expression.
    let expression: MathExpression

    /// The canonical spelling of the expression.
    let spelling: String

    /// Whether the value is in percent.
    let isPercent: Bool

    /// Creates a value; `nil` if the expression has none to go by.
    init?(_ expression: MathExpression, isPercent: Bool = false) {
        guard let spelling = MathFingerprint.text(of: expression) else { return nil }
        self.expression = expression
        self.spelling = spelling
        self.isPercent = isPercent
    }

    /// Whether the value is infinite.
    var isInfinite: Bool { expression == .infinity || expression == .negated(.infinity) }
}
