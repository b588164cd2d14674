import PonderCore

/// Cuts a LaTeX answer into tokens and drops layout.
///
/// It does what the string rules of published graders do: Hendrycks et al. 2021 (spacing, `\left`,
/// `\dfrac`, `\$`, `^\circ`, `\text{}` around units), Lewkowycz et al. 2022, appendix D (units, `$…$`),
/// and Lightman et al. 2023 (thousands separators, "or" and "and" between answers).
struct MathLexer {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    private var tokens: [MathToken] = []

    private init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// Returns the tokens of a text.
    ///
    /// - Complexity: O(n).
    static func tokens(of text: String) -> [MathToken] {
        var lexer = MathLexer(text)
        while let scalar = lexer.scalar(at: lexer.index) { lexer.take(scalar) }
        while case .words(".") = lexer.tokens.last { lexer.tokens.removeLast() }
        return lexer.tokens
    }

    private func scalar(at index: Int) -> Unicode.Scalar? {
        index < scalars.count ? scalars[index] : nil
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        if scalar.properties.isWhitespace || scalar == "$" || scalar == "~" || scalar == "\"" {
            index += 1
        } else if Self.isDigit(scalar)
            || (scalar == "." && Self.isDigit(self.scalar(at: index + 1)))
        {
            takeNumber()
        } else if scalar == "\\" {
            takeCommand()
        } else if let symbol = MathVocabulary.characters[scalar] {
            index += 1
            add(.symbol(symbol))
        } else if scalar == "\u{221a}" {
            index += 1
            add(.command("sqrt"))
        } else if scalar == "\u{3c0}" {
            index += 1
            add(.letter("pi"))
        } else if scalar == "\u{b2}" || scalar == "\u{b3}" {
            index += 1
            tokens += [.symbol(.power), .number(scalar == "\u{b2}" ? "2" : "3")]
        } else if scalar.properties.isAlphabetic {
            takeLetters()
        } else {
            index += 1
            tokens.append(.words(String(Character(scalar))))
        }
    }

    private mutating func add(_ token: MathToken) {
        depth = max(0, depth + token.nesting)
        tokens.append(token)
    }

    private mutating func takeLetters() {
        var run = ""
        while let scalar = scalar(at: index), scalar.properties.isAlphabetic, scalar != "\u{3c0}" {
            run.unicodeScalars.append(scalar)
            index += 1
        }
        tokens += MathVocabulary.tokens(forLetters: run)
    }

    private mutating func takeNumber() {
        var digits = ""
        while let scalar = scalar(at: index), Self.isDigit(scalar) {
            digits.unicodeScalars.append(scalar)
            index += 1
        }
        while !digits.isEmpty, digits.utf8.count <= 3 || digits.contains(","),
            let group = nextGroup()
        {
            digits += "," + group
        }
        digits.removeAll { $0 == "," }
        let repeats = has(".\\overline{", at: index)
        if scalar(at: index) == ".", repeats || Self.isDigit(scalar(at: index + 1)) {
            digits += "."
            index += 1
            while let scalar = scalar(at: index), Self.isDigit(scalar) {
                digits.unicodeScalars.append(scalar)
                index += 1
            }
            takeRepetend(into: &digits)
        }
        tokens.append(.number(digits))
    }

    /// Takes the digits under a bar, which repeat for ever, and writes them as `0.1(6)`.
    private mutating func takeRepetend(into digits: inout String) {
        let command = "\\overline"
        guard has(command + "{", at: index) else { return }
        index += command.unicodeScalars.count
        digits += "(\(braced() ?? ""))"
    }

    /// Takes a thousands separator with exactly three digits after it, if it comes next.
    ///
    /// A plain comma counts outside brackets only: inside them it separates elements.
    private mutating func nextGroup() -> String? {
        let separators = ["{,}", ",\\!", "\\,", "\\ ", "\u{202f}", "\u{2009}", "\u{a0}"]
        var next = index
        let special = separators.first { has($0, at: index) }
        if let special {
            next += special.unicodeScalars.count
            while scalar(at: next) == " " { next += 1 }
        } else {
            guard depth == 0, scalar(at: index) == "," else { return nil }
            next += 1
        }
        let digits = (next..<next + 3).compactMap { scalar(at: $0) }.filter(Self.isDigit)
        guard digits.count == 3, !Self.isDigit(scalar(at: next + 3)) else { return nil }
        index = next + 3
        return String(String.UnicodeScalarView(digits))
    }

    private mutating func takeCommand() {
        index += 1
        var name = ""
        while let scalar = scalar(at: index), scalar.isASCII, scalar.properties.isAlphabetic {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        if name.isEmpty {
            takeControlSymbol()
        } else if name == "left" || name == "right", scalar(at: index) == "." {
            index += 1
        } else if MathVocabulary.ignored.contains(name) {
            return
        } else if MathVocabulary.textual.contains(name) {
            takeText()
        } else if name == "begin" || name == "end" {
            takeEnvironment(begins: name == "begin")
        } else if MathVocabulary.alphabets.contains(name) {
            let argument = braced() ?? ""
            tokens += MathVocabulary.tokens(forLetters: argument).map { token in
                guard case .letter(let letter) = token else { return token }
                return name == "mathbb" ? .letter("bb \(letter)") : .letter(letter)
            }
        } else if name == "emptyset" || name == "varnothing" {
            tokens += [.symbol(.openSet), .symbol(.closeSet)]
        } else {
            add(MathVocabulary.token(for: name))
        }
    }

    private mutating func takeControlSymbol() {
        guard let scalar = scalar(at: index) else { return }
        index += 1
        switch scalar {
        case "{": add(.symbol(.openSet))
        case "}": add(.symbol(.closeSet))
        case "%": add(.symbol(.percent))
        case "\\": add(.symbol(.row))
        case "|": add(.symbol(.bar))
        case "!", ",", ";", ":", " ", "$", "(", ")", "[", "]", "\n": break
        default: tokens.append(.words(String(Character(scalar))))
        }
    }

    /// Takes the argument of `\text{}`: a letter or a number stays one, all else is plain words.
    private mutating func takeText() {
        let content = (braced() ?? "").collapsingWhiteSpace
        let bare = content.filter { !"(). ".contains($0) }.unicodeScalars
        if bare.count == 1, bare.allSatisfy(\.properties.isAlphabetic) {
            tokens.append(followsValue ? .words(String(bare)) : .letter(String(bare)))
        } else if WrittenNumber(content) != nil {
            tokens += Self.tokens(of: content)
        } else if ["or", "and", ",", ", and", ", or"].contains(content.lowercased()) {
            tokens.append(.symbol(.comma))
        } else if MathVocabulary.functions.contains(content) {
            tokens.append(.function(content))
        } else if !content.isEmpty {
            tokens.append(.words(content.lowercased().filter { !".$\\".contains($0) }))
        }
    }

    /// Whether a value has just ended, so that a letter in plain text is its unit.
    private var followsValue: Bool {
        switch tokens.last {
        case .number, .letter, .symbol(.close), .symbol(.closeBrace): true
        default: false
        }
    }

    private mutating func takeEnvironment(begins: Bool) {
        let name = braced() ?? ""
        if begins, name == "array" { _ = braced() }
        add(begins ? .begin(name) : .end(name))
    }

    /// Takes an argument in braces and returns what is between them.
    private mutating func braced() -> String? {
        while scalar(at: index) == " " { index += 1 }
        guard scalar(at: index) == "{" else { return nil }
        var nesting = 0
        var content = String.UnicodeScalarView()
        while let scalar = scalar(at: index) {
            index += 1
            if scalar == "}" { nesting -= 1 }
            if nesting == 0, scalar == "}" { break }
            if nesting > 0 { content.append(scalar) }
            if scalar == "{" { nesting += 1 }
        }
        return String(content)
    }

    private func has(_ text: String, at start: Int) -> Bool {
        text.unicodeScalars.enumerated().allSatisfy { scalar(at: start + $0.offset) == $0.element }
    }

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { ("0"..."9").contains($0) } ?? false
    }
}
