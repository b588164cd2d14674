import PonderCore

/// Parses tokens as one expression.
///
/// Products without a sign bind like those with one, from left to right, so `1/2x` is half of `x`. A
/// whole number before a proper fraction is a mixed number: `3\frac{1}{2}` is seven halves.
struct MathParser {
    /// Deeper nesting than this does not parse.
    static let nestingLimit = 200

    /// More tokens than this do not parse.
    static let lengthLimit = 400

    private static let constants: [String: MathExpression] = [
        "pi": .pi, "e": .euler, "i": .imaginaryUnit,
    ]

    private var tokens: [MathToken]
    private var next = 0
    private var depth = 0
    private var isInBars = false

    private init(_ tokens: [MathToken]) { self.tokens = tokens }

    /// Returns the expression that all the tokens make; `nil` if they make none.
    ///
    /// - Complexity: O(n).
    static func parse(_ tokens: some Sequence<MathToken>) -> MathExpression? {
        let tokens = Array(tokens)
        guard tokens.count <= lengthLimit else { return nil }
        var parser = MathParser(tokens)
        guard let expression = parser.expression(), parser.current == nil else { return nil }
        return expression
    }

    private var current: MathToken? { next < tokens.count ? tokens[next] : nil }

    private mutating func skip(_ symbol: MathToken.Symbol) -> Bool {
        guard current == .symbol(symbol) else { return false }
        next += 1
        return true
    }

    private mutating func expression() -> MathExpression? {
        guard depth < Self.nestingLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        guard var left = signedTerm() else { return nil }
        while true {
            if skip(.plus) {
                guard let right = term() else { return nil }
                left = .sum(left, right)
            } else if skip(.minus) {
                guard let right = term() else { return nil }
                left = .sum(left, .negated(right))
            } else {
                return left
            }
        }
    }

    private mutating func signedTerm() -> MathExpression? {
        if skip(.minus) { return term().map { .negated($0) } }
        _ = skip(.plus)
        return term()
    }

    private mutating func term() -> MathExpression? {
        guard var left = factor() else { return nil }
        while true {
            if skip(.times) {
                guard let right = signedFactor() else { return nil }
                left = .product(left, right)
            } else if skip(.divide) {
                guard let right = signedFactor() else { return nil }
                left = .quotient(left, right)
            } else if startsFactor {
                guard let right = factor() else { return nil }
                left = .product(left, right)
            } else {
                return left
            }
        }
    }

    private mutating func signedFactor() -> MathExpression? {
        skip(.minus) ? factor().map { .negated($0) } : factor()
    }

    /// Whether what follows can be multiplied without a sign; a number cannot.
    private var startsFactor: Bool {
        switch current {
        case .letter, .function, .command, .symbol(.open), .symbol(.openBrace),
            .symbol(.openSquare), .symbol(.infinity):
            true
        case .symbol(.bar): !isInBars
        default: false
        }
    }

    private mutating func factor() -> MathExpression? {
        guard var value = primary() else { return nil }
        while true {
            if skip(.power) {
                if skip(.degree) {
                    value = .degrees(value)
                } else if current == .symbol(.openBrace), tokens.count > next + 2,
                    tokens[next + 1] == .symbol(.degree), tokens[next + 2] == .symbol(.closeBrace)
                {
                    next += 3
                    value = .degrees(value)
                } else {
                    guard let exponent = argument() else { return nil }
                    value = .power(value, exponent)
                }
            } else if skip(.factorial) {
                value = .factorial(value)
            } else if skip(.degree) {
                value = .degrees(value)
            } else {
                return value
            }
        }
    }

    private mutating func primary() -> MathExpression? {
        guard let token = current else { return nil }
        switch token {
        case .number(let digits):
            next += 1
            return number(digits)
        case .letter(let name):
            next += 1
            return variable(name)
        case .function(let name):
            next += 1
            return function(name)
        case .command(let name):
            next += 1
            return command(name)
        case .symbol(.infinity):
            next += 1
            return .infinity
        case .symbol(.open): return group(.open, .close)
        case .symbol(.openSquare): return group(.openSquare, .closeSquare)
        case .symbol(.openBrace): return group(.openBrace, .closeBrace)
        case .symbol(.bar) where !isInBars: return absoluteValue()
        default: return nil
        }
    }

    private mutating func group(
        _ open: MathToken.Symbol,
        _ close: MathToken.Symbol
    ) -> MathExpression? {
        let wasInBars = isInBars
        isInBars = false
        defer { isInBars = wasInBars }
        guard skip(open), let inner = expression(), skip(close) else { return nil }
        return inner
    }

    private mutating func absoluteValue() -> MathExpression? {
        next += 1
        isInBars = true
        defer { isInBars = false }
        guard let inner = expression(), skip(.bar) else { return nil }
        return .function("abs", inner)
    }

    /// Takes a number, and with it a base or the proper fraction of a mixed number.
    private mutating func number(_ digits: String) -> MathExpression? {
        if skip(.subscripted) {
            guard let base = argument()?.exactValue, base.isInteger,
                let base = Int(exactly: base.numerator)
            else { return nil }
            return .based(digits: digits, base: base)
        }
        guard let value = MathNumber.value(of: digits) else { return nil }
        let whole = MathExpression.number(value)
        guard value.isInteger else { return whole }
        if current == .command("frac") {
            next += 1
            guard let fraction = command("frac") else { return nil }
            guard Self.isProper(fraction) else { return .product(whole, fraction) }
            return .sum(whole, fraction)
        }
        if tokens.count > next + 2, case .number(let above) = tokens[next],
            tokens[next + 1] == .symbol(.divide), case .number(let below) = tokens[next + 2],
            let above = MathNumber.value(of: above), let below = MathNumber.value(of: below)
        {
            let fraction = MathExpression.quotient(.number(above), .number(below))
            guard Self.isProper(fraction) else { return nil }
            next += 3
            return .sum(whole, fraction)
        }
        return whole
    }

    private static func isProper(_ fraction: MathExpression) -> Bool {
        guard case .quotient(.number(let above), .number(let below)) = fraction else {
            return false
        }
        return above.isInteger && below.isInteger && above.numerator > 0
            && above.numerator < below.numerator
    }

    private mutating func variable(_ name: String) -> MathExpression? {
        guard skip(.subscripted) else { return Self.constants[name] ?? .variable(name) }
        let start = next
        guard argument() != nil else { return nil }
        let index = tokens[start..<next].map(\.text).filter { $0 != "{" && $0 != "}" }
        return .variable("\(name)_\(index.joined())")
    }
}

extension MathParser {
    private mutating func command(_ name: String) -> MathExpression? {
        switch name {
        case "frac":
            guard let above = argument(digitByDigit: true), let below = argument(digitByDigit: true)
            else { return nil }
            return .quotient(above, below)
        case "binom":
            guard let above = argument(digitByDigit: true), let below = argument(digitByDigit: true)
            else { return nil }
            return .binomial(above, below)
        case "sqrt":
            var index = 2
            if skip(.openSquare) {
                guard case .number(let digits) = current, let value = Int(digits), value > 0 else {
                    return nil
                }
                next += 1
                index = value
                guard skip(.closeSquare) else { return nil }
            }
            return argument().map { .root(index, $0) }
        default: return nil
        }
    }

    /// Takes an argument: a group in braces, or the next piece; of a number only its first digit if
    /// `digitByDigit`, as in `\frac34`.
    private mutating func argument(digitByDigit: Bool = false) -> MathExpression? {
        if current == .symbol(.openBrace) { return group(.openBrace, .closeBrace) }
        if case .number(let digits) = current {
            if digitByDigit, digits.utf8.count > 1, let first = digits.first {
                tokens[next] = .number(String(digits.dropFirst()))
                return MathNumber.value(of: String(first)).map { .number($0) }
            }
            next += 1
            return MathNumber.value(of: digits).map { .number($0) }
        }
        if skip(.minus) { return argument().map { .negated($0) } }
        if case .letter(let name) = current {
            next += 1
            return Self.constants[name] ?? .variable(name)
        }
        return primary()
    }

    /// Takes a function's exponent, base and argument.
    private mutating func function(_ name: String) -> MathExpression? {
        var base: MathExpression?
        var exponent: MathExpression?
        if name == "log", skip(.subscripted) {
            base = argument()
            guard base != nil else { return nil }
        }
        if skip(.power) {
            exponent = argument()
            guard exponent != nil else { return nil }
        }
        guard let value = functionArgument() else { return nil }
        var result: MathExpression =
            base.map { .logarithm(base: $0, value) } ?? .function(name, value)
        if let exponent, exponent.exactValue == ExactNumber(-1) {
            guard ["sin", "cos", "tan"].contains(name) else { return nil }
            result = .function("arc\(name)", value)
        } else if let exponent {
            result = .power(result, exponent)
        }
        return result
    }

    /// Takes a group, or else factors up to the next sign or function: `\sin 2x \cos x` is a product.
    private mutating func functionArgument() -> MathExpression? {
        switch current {
        case .symbol(.open): return group(.open, .close)
        case .symbol(.openBrace): return group(.openBrace, .closeBrace)
        case .symbol(.openSquare): return group(.openSquare, .closeSquare)
        case .function: return factor()
        default: break
        }
        guard var value = skip(.minus) ? factor().map({ .negated($0) }) : factor() else {
            return nil
        }
        while startsFactor {
            if case .function = current { break }
            if case .symbol = current { break }
            guard let right = factor() else { return nil }
            value = .product(value, right)
        }
        return value
    }
}
