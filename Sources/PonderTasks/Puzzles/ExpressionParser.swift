/// Parses the strict grammar of number puzzles.
///
///     expression := term (("+" | "-") term)*
///     term       := factor (("*" | "/") factor)*
///     factor     := number | "(" expression ")" | group | "\frac" group group
///     group      := "{" expression "}"
///
/// There is no unary minus, no power, no integer division, no decimal point, and nothing that joins
/// two numbers into one.
struct ExpressionParser {
    /// Deeper nesting of parentheses than this does not parse.
    static let nestingLimit = 200

    /// More tokens than this do not parse.
    static let lengthLimit = 1000

    private let tokens: ArraySlice<ExpressionToken>
    private var next: Int
    private var depth = 0

    private init(_ tokens: ArraySlice<ExpressionToken>) {
        self.tokens = tokens
        next = tokens.startIndex
    }

    /// Returns the expression that all the tokens make; `nil` if they make none.
    static func parse(_ tokens: ArraySlice<ExpressionToken>) -> ArithmeticExpression? {
        guard tokens.count <= lengthLimit else { return nil }
        var parser = ExpressionParser(tokens)
        guard let expression = parser.expression(), parser.next == tokens.endIndex else {
            return nil
        }
        return expression
    }

    private var kind: ExpressionToken.Kind? { next < tokens.endIndex ? tokens[next].kind : nil }

    private mutating func expression() -> ArithmeticExpression? {
        guard depth < Self.nestingLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        return chain(of: 1) { $0.chain(of: 2) { $0.factor() } }
    }

    private mutating func chain(
        of precedence: Int,
        _ part: (inout ExpressionParser) -> ArithmeticExpression?
    ) -> ArithmeticExpression? {
        guard var left = part(&self) else { return nil }
        while case .sign(let sign) = kind, sign.precedence == precedence {
            next += 1
            guard let right = part(&self) else { return nil }
            left = .operation(sign, left, right)
        }
        return left
    }

    private mutating func factor() -> ArithmeticExpression? {
        switch kind {
        case .number(let number?):
            next += 1
            return .literal(number)
        case .open: return enclosed(from: .open, to: .close)
        case .openBrace: return enclosed(from: .openBrace, to: .closeBrace)
        case .fraction:
            next += 1
            guard let above = enclosed(from: .openBrace, to: .closeBrace),
                let below = enclosed(from: .openBrace, to: .closeBrace)
            else { return nil }
            return .operation(.divide, above, below)
        default: return nil
        }
    }

    private mutating func enclosed(
        from open: ExpressionToken.Kind,
        to close: ExpressionToken.Kind
    ) -> ArithmeticExpression? {
        guard kind == open else { return nil }
        next += 1
        guard let inner = expression(), kind == close else { return nil }
        next += 1
        return inner
    }
}
