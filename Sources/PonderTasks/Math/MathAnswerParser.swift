/// Finds the structure of an answer's tokens.
enum MathAnswerParser {
    private typealias Tokens = ArraySlice<MathToken>

    /// Returns the structure of a text; `nil` if there is nothing in it.
    static func parse(_ text: String) -> MathAnswer? {
        let tokens = MathLexer.tokens(of: text)
        guard !tokens.isEmpty else { return nil }
        return answer(tokens[...], depth: 0)
    }

    /// The tokens of a text as text, so that texts that differ in layout only become equal.
    static func normalised(_ text: String) -> String { normalised(MathLexer.tokens(of: text)[...]) }

    private static func normalised(_ tokens: Tokens) -> String {
        tokens.map(\.text).joined(separator: " ")
    }

    private static func answer(_ tokens: Tokens, depth: Int) -> MathAnswer {
        let parts = split(tokens) { $0 == .symbol(.comma) }.filter { !$0.isEmpty }
        guard parts.count > 1 else { return element(parts.first ?? tokens, depth: depth) }
        return .list(flattened(parts.map { element($0, depth: depth + 1) }))
    }

    private static func element(_ tokens: Tokens, depth: Int) -> MathAnswer {
        guard depth < MathParser.nestingLimit else { return .text(normalised(tokens)) }
        let (tokens, isPercent) = withoutUnit(tokens)
        if tokens.allSatisfy({ $0.wordText != nil }) {
            return .text(tokens.compactMap(\.wordText).joined(separator: " "))
        }
        if tokens.contains(.symbol(.plusMinus)) || tokens.contains(.symbol(.minusPlus)) {
            let signs = [MathToken.Symbol.plus, .minus].map { withSign($0, in: tokens) }
            return .list(flattened(signs.map { element($0[...], depth: depth + 1) }))
        }
        if let answer = relation(tokens, depth: depth) { return answer }
        if let answer = enclosed(tokens, depth: depth) { return answer }
        guard let expression = MathParser.parse(tokens)?.withoutDegrees,
            let value = MathValue(expression, isPercent: isPercent)
        else { return .text(normalised(tokens)) }
        return .value(value)
    }

    private static func flattened(_ answers: [MathAnswer]) -> [MathAnswer] {
        answers.flatMap { answer -> [MathAnswer] in
            guard case .list(let elements) = answer else { return [answer] }
            return elements
        }
    }

    private static func withSign(_ sign: MathToken.Symbol, in tokens: Tokens) -> [MathToken] {
        let opposite: MathToken.Symbol = sign == .plus ? .minus : .plus
        return tokens.map { token in
            switch token {
            case .symbol(.plusMinus): .symbol(sign)
            case .symbol(.minusPlus): .symbol(opposite)
            default: token
            }
        }
    }

    /// Drops a unit and a percent sign from the end of a value.
    private static func withoutUnit(_ tokens: Tokens) -> (Tokens, isPercent: Bool) {
        var tokens = tokens
        var isPercent = false
        if let place = tokens.firstIndex(where: { $0.wordText != nil }), place > tokens.startIndex,
            tokens[place...].allSatisfy(isUnit)
        {
            isPercent = tokens[place].wordText == "percent"
            tokens = tokens[..<place]
        }
        if tokens.count > 1, tokens.last == .symbol(.percent) {
            isPercent = true
            tokens.removeLast()
        }
        return (tokens, isPercent)
    }

    private static func isUnit(_ token: MathToken) -> Bool {
        switch token {
        case .words, .number, .symbol(.power), .symbol(.divide), .symbol(.minus),
            .symbol(.openBrace), .symbol(.closeBrace):
            true
        default: false
        }
    }

    /// Splits tokens where a condition holds outside all brackets.
    private static func split(_ tokens: Tokens, where isCut: (MathToken) -> Bool) -> [Tokens] {
        var parts: [Tokens] = []
        var start = tokens.startIndex
        var depth = 0
        for index in tokens.indices {
            depth += tokens[index].nesting
            if depth == 0, isCut(tokens[index]) {
                parts.append(tokens[start..<index])
                start = index + 1
            }
        }
        return parts + [tokens[start...]]
    }
}

extension MathAnswerParser {
    /// Reads an equation, an inequality, a membership or a union.
    private static func relation(_ tokens: Tokens, depth: Int) -> MathAnswer? {
        let members = split(tokens) { $0 == .symbol(.element) }
        if members.count == 2 { return element(members[1], depth: depth + 1) }
        let sides = split(tokens) { $0 == .symbol(.equals) }
        if let last = sides.last, sides.count > 1 {
            return equation(sides.dropLast(), last, depth: depth)
        }
        if let inequality = inequality(tokens) { return inequality }
        let parts = split(tokens) { $0 == .symbol(.union) }
        guard parts.count > 1 else { return nil }
        return .union(parts.map { element($0, depth: depth + 1) })
    }

    /// Reads `x = 4` as 4, `f(x) = 2x` as `2x`, and anything else as an equation.
    private static func equation(
        _ lefts: ArraySlice<ArraySlice<MathToken>>,
        _ right: ArraySlice<MathToken>,
        depth: Int
    ) -> MathAnswer? {
        let value = element(right, depth: depth + 1)
        guard let left = lefts.first, lefts.count == 1, !left.isEmpty,
            !left.contains(where: { $0.wordText != nil }), !isFunctionHead(left),
            let subject = MathParser.parse(left)
        else { return value }
        guard case .value(let right) = value, !right.isPercent else { return value }
        if case .variable = subject, right.expression.variables.isEmpty { return value }
        return MathEquation(subject, right.expression).map { .equation($0) }
    }

    /// Whether tokens are like `f(x)`.
    private static func isFunctionHead(_ tokens: ArraySlice<MathToken>) -> Bool {
        let tokens = Array(tokens)
        guard tokens.count == 4, case .letter = tokens[0], case .letter = tokens[2] else {
            return false
        }
        return tokens[1] == .symbol(.open) && tokens[3] == .symbol(.close)
    }

    /// Reads an inequality or a chain of two in one variable as an interval.
    private static func inequality(_ tokens: ArraySlice<MathToken>) -> MathAnswer? {
        let comparisons: Set<MathToken.Symbol> = [.less, .lessOrEqual, .greater, .greaterOrEqual]
        let mirrored: [MathToken.Symbol: MathToken.Symbol] = [
            .greater: .less, .greaterOrEqual: .lessOrEqual,
        ]
        func comparison(_ token: MathToken) -> MathToken.Symbol? {
            guard case .symbol(let symbol) = token, comparisons.contains(symbol) else { return nil }
            return symbol
        }
        var signs = tokens.compactMap(comparison)
        var sides = split(tokens) { comparison($0) != nil }.map { MathParser.parse($0) }
        guard signs.count == sides.count - 1, (1...2).contains(signs.count) else { return nil }
        if signs[0] == .greater || signs[0] == .greaterOrEqual {
            sides.reverse()
            signs = signs.reversed().compactMap { mirrored[$0] }
        }
        guard signs.count == sides.count - 1,
            signs.allSatisfy({ $0 == .less || $0 == .lessOrEqual })
        else { return nil }
        if signs.count == 1 {
            if case .variable = sides[0] {
                sides.insert(.negated(.infinity), at: 0)
                signs.insert(.less, at: 0)
            } else {
                sides.append(.infinity)
                signs.append(.less)
            }
        }
        guard case .variable = sides[1], let low = sides[0].flatMap({ MathValue($0) }),
            let high = sides[2].flatMap({ MathValue($0) })
        else { return nil }
        return .inequality(
            isClosedBelow: signs[0] == .lessOrEqual,
            [.value(low), .value(high)],
            isClosedAbove: signs[1] == .lessOrEqual
        )
    }

    /// Reads a set, a tuple, an interval or a matrix that spans all the tokens.
    private static func enclosed(_ tokens: ArraySlice<MathToken>, depth: Int) -> MathAnswer? {
        guard let first = tokens.first, let last = tokens.last, first.nesting == 1,
            last.nesting == -1, spans(tokens)
        else { return nil }
        let inner = tokens.dropFirst().dropLast()
        if case .begin(let name) = first {
            return ["pmatrix", "bmatrix", "matrix", "array", "Bmatrix"].contains(name)
                ? matrix(inner, depth: depth) : nil
        }
        let parts = split(inner) { $0 == .symbol(.comma) }
        if first == .symbol(.openSet), last == .symbol(.closeSet) {
            guard !inner.isEmpty else { return .list([]) }
            return .list(flattened(parts.map { element($0, depth: depth + 1) }))
        }
        let isClosedBelow = first == .symbol(.openSquare)
        let isClosedAbove = last == .symbol(.closeSquare)
        guard parts.count > 1, isClosedBelow || first == .symbol(.open),
            isClosedAbove || last == .symbol(.close)
        else {
            return first == .symbol(.openBrace) && parts.count > 1
                ? answer(inner, depth: depth + 1) : nil
        }
        return .tuple(
            isClosedBelow: isClosedBelow,
            parts.map { element($0, depth: depth + 1) },
            isClosedAbove: isClosedAbove
        )
    }

    /// Whether the first token's bracket closes with the last token.
    private static func spans(_ tokens: ArraySlice<MathToken>) -> Bool {
        var depth = 0
        for token in tokens.dropLast() {
            depth += token.nesting
            if depth == 0 { return false }
        }
        return true
    }

    private static func matrix(_ tokens: ArraySlice<MathToken>, depth: Int) -> MathAnswer {
        let rows = split(tokens) { $0 == .symbol(.row) }.filter { !$0.isEmpty }
        return .matrix(
            rows.map { row in
                split(row) { $0 == .symbol(.cell) }.map { element($0, depth: depth + 1) }
            }
        )
    }
}
