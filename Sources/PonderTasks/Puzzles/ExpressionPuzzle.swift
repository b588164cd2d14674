import PonderCore

/// Numbers that must be combined to make another: Game of 24 and Countdown.
package struct ExpressionPuzzle: Hashable, Sendable {
    /// The numbers, in the order given.
    package var numbers: [Int]

    /// The number to be made.
    package var target: Int

    /// Whether each number must be used exactly once, rather than at most once.
    package var usesAll: Bool

    /// Creates a puzzle.
    package init(numbers: [Int], target: Int, usesAll: Bool = true) {
        self.numbers = numbers
        self.target = target
        self.usesAll = usesAll
    }

    /// Reads a puzzle from a statement that ``statement`` wrote; `nil` for any other text.
    package init?(statement: String) {
        let all = Self.rule(usesAll: true)
        let usesAll = statement.hasSuffix(all)
        let rule = usesAll ? all : Self.rule(usesAll: false)
        guard statement.hasPrefix(Self.lead), statement.hasSuffix(rule) else { return nil }
        let words = statement.dropFirst(Self.lead.count).dropLast(rule.count)
            .split(separator: " ", omittingEmptySubsequences: false)
        guard words.count > 4, words[1...3].elementsEqual(["from", "the", "numbers"]),
            let target = Int(words[0])
        else { return nil }
        var numbers: [Int] = []
        for (index, word) in words[4...].enumerated() {
            let isLast = index == words.count - 5
            guard isLast || word.last == ",", let number = Int(isLast ? word : word.dropLast())
            else { return nil }
            numbers.append(number)
        }
        self.init(numbers: numbers, target: target, usesAll: usesAll)
        guard self.statement == statement else { return nil }
    }

    /// The puzzle in words.
    package var statement: String {
        let list = numbers.map { "\($0)" }.joined(separator: ", ")
        return "\(Self.lead)\(target) from the numbers \(list)\(Self.rule(usesAll: usesAll))"
    }

    /// Whether an expression uses the numbers as it must and makes the target exactly.
    package func isSolved(by expression: ArithmeticExpression) -> Bool {
        var left = numbers
        for literal in expression.literals {
            guard let index = left.firstIndex(of: literal) else { return false }
            left.remove(at: index)
        }
        guard left.isEmpty || !usesAll else { return false }
        return expression.value == ExactNumber(target)
    }

    private static let lead = "Make "

    private static func rule(usesAll: Bool) -> String {
        ", using each \(usesAll ? "exactly" : "at most") once, with + - * / and parentheses."
    }
}
