/// Decides whether an answer is what the target says, both written in LaTeX.
///
/// **Equal are** values that are equal exactly (`0.75` and `\frac34`, `\frac24` and `\frac12`: a
/// fraction need not be reduced) or at fixed points (`2\sqrt{3}` and `\sqrt{12}`); `x = 4` and 4; an
/// equation and its multiples; a value with a unit, a degree or a dollar sign and without; sets and
/// lists in any order; points, intervals and matrices element by element; an inequality and its
/// interval; texts that differ in layout and case only.
///
/// **Not equal are** 3 and 3 percent, nor 0.03 and 3 percent; a rounded decimal and what it was
/// rounded from (`1.33` and `\frac43`); brackets of different kinds; a list and a point; a column and
/// a row; a number with a base and one without; degrees and radians.
///
/// A target `(1,2)` is taken as a point or as an interval, whichever the answer is, if it is written
/// the same way; an inequality equals it only where the target can be nothing but an interval.
public enum MathEquivalence: Sendable {
    /// Whether an answer is what the target says; two empty texts are not equal.
    public static func holds(between answer: String, and target: String) -> Bool {
        guard let given = MathAnswerParser.parse(answer),
            let wanted = MathAnswerParser.parse(target)
        else { return false }
        if MathAnswerParser.normalised(answer) == MathAnswerParser.normalised(target) {
            return true
        }
        return matches(given, wanted)
    }

    private static func matches(_ given: MathAnswer, _ wanted: MathAnswer) -> Bool {
        switch (given, wanted) {
        case (.value(let left), .value(let right)):
            return left.isPercent == right.isPercent && areEqual(left.expression, right.expression)
        case (.list(let left), .list(let right)), (.union(let left), .union(let right)):
            return matchesInAnyOrder(left, right)
        case (
            .tuple(let isLeftBelow, let left, let isLeftAbove),
            .tuple(let isRightBelow, let right, let isRightAbove)
        ),
            (
                .inequality(let isLeftBelow, let left, let isLeftAbove),
                .inequality(let isRightBelow, let right, let isRightAbove)
            ),
            (
                .tuple(let isLeftBelow, let left, let isLeftAbove),
                .inequality(let isRightBelow, let right, let isRightAbove)
            ):
            return isLeftBelow == isRightBelow && isLeftAbove == isRightAbove
                && matchesInOrder(left, right)
        case (
            .inequality(let isLeftBelow, let left, let isLeftAbove),
            .tuple(let isRightBelow, let right, let isRightAbove)
        ):
            return wanted.isInterval && isLeftBelow == isRightBelow
                && isLeftAbove == isRightAbove && matchesInOrder(left, right)
        case (.matrix(let left), .matrix(let right)):
            return left.count == right.count && zip(left, right).allSatisfy(matchesInOrder)
        case (.equation(let left), .equation(let right)):
            return left.spelling == right.spelling
                || MathProbe.areProportional(left.difference, right.difference)
        case (.equation(let equation), .value(let value)),
            (.value(let value), .equation(let equation)):
            guard let explicit = equation.explicitValue, !value.isPercent else { return false }
            return areEqual(explicit, value.expression)
        case (.text(let left), .text(let right)): return left == right
        default: return false
        }
    }

    private static func areEqual(_ left: MathExpression, _ right: MathExpression) -> Bool {
        left == right || MathProbe.areEqual(left, right)
    }

    private static func matchesInOrder(_ left: [MathAnswer], _ right: [MathAnswer]) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy(matches)
    }

    private static func matchesInAnyOrder(_ left: [MathAnswer], _ right: [MathAnswer]) -> Bool {
        let (given, wanted) = (distinct(left), distinct(right))
        guard given.count == wanted.count else { return false }
        var open = wanted
        for answer in given {
            guard let place = open.firstIndex(where: { matches(answer, $0) }) else { return false }
            open.remove(at: place)
        }
        return true
    }

    private static func distinct(_ answers: [MathAnswer]) -> [MathAnswer] {
        answers.reduce(into: []) { kept, answer in
            if !kept.contains(where: { matches(answer, $0) }) { kept.append(answer) }
        }
    }
}
