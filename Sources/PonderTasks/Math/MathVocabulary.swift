/// The names that LaTeX answers use.
enum MathVocabulary {
    /// Commands that change the look only.
    static let ignored: Set<String> = [
        "left", "right", "big", "Big", "bigg", "Bigg", "bigl", "bigr", "Bigl", "Bigr",
        "displaystyle",
        "textstyle", "limits", "quad", "qquad", "boxed", "fbox", "hfill", "hline", "thinspace",
        "nolinebreak", "phantom", "rm", "bf", "it", "mathstrut",
    ]

    /// Commands whose argument is plain text.
    static let textual: Set<String> = [
        "text", "mbox", "textrm", "textbf", "textit", "mathrm", "textsf", "texttt", "hbox",
        "operatorname", "textnormal",
    ]

    /// Commands that change the letters in their argument.
    static let alphabets: Set<String> = [
        "mathbf", "mathit", "mathcal", "mathbb", "mathfrak", "vec", "bm", "boldsymbol",
    ]

    /// Functions of one argument, which may stand without parentheses.
    static let functions: Set<String> = [
        "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "sinh", "cosh",
        "tanh", "ln", "log", "lg", "exp",
    ]

    /// Commands that take arguments in braces.
    static let structural: Set<String> = ["frac", "sqrt", "binom", "overline"]

    /// Other spellings of structural commands.
    static let aliases = ["dfrac": "frac", "tfrac": "frac", "cfrac": "frac", "dbinom": "binom"]

    /// Greek letters, by command.
    static let greek: Set<String> = [
        "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta",
        "vartheta",
        "iota", "kappa", "lambda", "mu", "nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi",
        "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma",
        "Phi", "Psi", "Omega", "ell",
    ]

    /// Symbols, by command.
    static let symbols: [String: MathToken.Symbol] = [
        "cdot": .times, "times": .times, "ast": .times, "div": .divide, "pm": .plusMinus,
        "mp": .minusPlus, "le": .lessOrEqual, "leq": .lessOrEqual, "leqslant": .lessOrEqual,
        "ge": .greaterOrEqual, "geq": .greaterOrEqual, "geqslant": .greaterOrEqual, "lt": .less,
        "gt": .greater, "ne": .notEqual, "neq": .notEqual, "in": .element, "cup": .union,
        "infty": .infinity, "circ": .degree, "degree": .degree, "lbrace": .openSet,
        "rbrace": .closeSet, "lvert": .bar, "rvert": .bar, "vert": .bar, "mid": .bar,
        "lbrack": .openSquare, "rbrack": .closeSquare, "cr": .row,
    ]

    /// Symbols, by character.
    static let characters: [Unicode.Scalar: MathToken.Symbol] = [
        "+": .plus, "-": .minus, "*": .times, "/": .divide, "^": .power, "_": .subscripted,
        "=": .equals, "<": .less, ">": .greater, ",": .comma, ";": .comma, "!": .factorial,
        "|": .bar, "%": .percent, "&": .cell, "(": .open, ")": .close, "[": .openSquare,
        "]": .closeSquare, "{": .openBrace, "}": .closeBrace, "\u{2212}": .minus,
        "\u{2013}": .minus, "\u{ff0d}": .minus, "\u{d7}": .times, "\u{b7}": .times,
        "\u{22c5}": .times, "\u{2217}": .times, "\u{f7}": .divide, "\u{2215}": .divide,
        "\u{2044}": .divide, "\u{b1}": .plusMinus, "\u{2264}": .lessOrEqual,
        "\u{2265}": .greaterOrEqual, "\u{2260}": .notEqual, "\u{2208}": .element,
        "\u{222a}": .union, "\u{221e}": .infinity, "\u{b0}": .degree, "\u{ff0c}": .comma,
        "\u{3001}": .comma, "\u{ff08}": .open, "\u{ff09}": .close,
    ]

    /// Units of two letters; longer ones are told from products by their vowels or listed here.
    static let units: Set<String> = [
        "cm", "mm", "km", "dm", "kg", "mg", "ft", "in", "hr", "mi", "oz", "lb", "lbs", "ml", "kb",
        "mph", "kph", "sq", "ms", "hz", "yd", "cts", "hrs", "yr", "yrs",
    ]

    /// Returns what a command stands for, if it stands for a token by itself.
    static func token(for command: String) -> MathToken {
        let name = aliases[command] ?? command
        if let symbol = symbols[name] { return .symbol(symbol) }
        if greek.contains(name) { return .letter(name) }
        if functions.contains(name) { return .function(name) }
        return .command(name)
    }

    /// Returns what a run of letters without a command stands for.
    static func tokens(forLetters run: String) -> [MathToken] {
        if run.unicodeScalars.count == 1 { return [.letter(run)] }
        let name = run.lowercased()
        if name == "or" || name == "and" { return [.symbol(.comma)] }
        if name == "pi" { return [.letter("pi")] }
        if name == "infinity" || name == "inf" { return [.symbol(.infinity)] }
        if name == "sqrt" { return [.command("sqrt")] }
        if functions.contains(name) { return [.function(name)] }
        let isWord = run.utf8.count > 2 && name.utf8.contains { "aeiou".utf8.contains($0) }
        if isWord || units.contains(name) { return [.words(name)] }
        return run.map { .letter(String($0)) }
    }
}
