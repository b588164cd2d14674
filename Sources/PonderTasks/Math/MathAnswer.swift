/// The structure of a mathematical answer.
indirect enum MathAnswer: Hashable, Sendable {
    /// A value.
    case value(MathValue)
    /// Answers in any order: a bare list, or a set in braces.
    case list([MathAnswer])
    /// Answers in order between brackets: a point, a vector, or an interval.
    case tuple(isClosedBelow: Bool, [MathAnswer], isClosedAbove: Bool)
    /// The numbers of an interval, given as an inequality.
    case inequality(isClosedBelow: Bool, [MathAnswer], isClosedAbove: Bool)
    /// A union of sets.
    case union([MathAnswer])
    /// The rows of a matrix.
    case matrix([[MathAnswer]])
    /// An equation.
    case equation(MathEquation)
    /// Anything else, as normalised text.
    case text(String)

    /// The canonical spelling: answers that are equal are spelt alike.
    ///
    /// Numeric spellings can tell equal values apart where they fall on two sides of the last digit.
    var canonical: String {
        switch self {
        case .value(let value): return value.spelling + (value.isPercent ? "%" : "")
        case .list(let elements):
            return "{\(Set(elements.map(\.canonical)).sorted().joined(separator: ", "))}"
        case .tuple(let isClosedBelow, let elements, let isClosedAbove):
            return Self.bracketed(isClosedBelow, elements, isClosedAbove)
        case .inequality(let isClosedBelow, let elements, let isClosedAbove):
            let interval = Self.bracketed(isClosedBelow, elements, isClosedAbove)
            let isPlain = !isClosedBelow && !isClosedAbove && !Self.hasInfinity(elements)
            return isPlain ? "in \(interval)" : interval
        case .union(let parts): return parts.map(\.canonical).sorted().joined(separator: " u ")
        case .matrix(let rows):
            let lines = rows.map { "[\($0.map(\.canonical).joined(separator: ", "))]" }
            return "[\(lines.joined(separator: ", "))]"
        case .equation(let equation): return equation.spelling
        case .text(let text): return text
        }
    }

    /// Whether the answer can only be an interval, not a point.
    var isInterval: Bool {
        guard case .tuple(let isClosedBelow, let elements, let isClosedAbove) = self else {
            return false
        }
        return isClosedBelow || isClosedAbove || Self.hasInfinity(elements)
    }

    private static func hasInfinity(_ elements: [MathAnswer]) -> Bool {
        elements.contains { element in
            guard case .value(let value) = element else { return false }
            return value.isInfinite
        }
    }

    private static func bracketed(
        _ isClosedBelow: Bool,
        _ elements: [MathAnswer],
        _ isClosedAbove: Bool
    ) -> String {
        let list = elements.map(\.canonical).joined(separator: ", ")
        return "\(isClosedBelow ? "[" : "(")\(list)\(isClosedAbove ? "]" : ")")"
    }
}
