/// A piece of a LaTeX answer, with layout and spacing gone.
enum MathToken: Hashable, Sendable {
    /// A number without thousands separators, such as `12`, `0.5` or `.5`.
    case number(String)
    /// A variable: a letter, or the name of a Greek one.
    case letter(String)
    /// A function such as `sin`.
    case function(String)
    /// Plain text in small letters, such as a unit.
    case words(String)
    /// A command that takes arguments, such as `frac`, or one that is not known.
    case command(String)
    /// The start of an environment such as `pmatrix`.
    case begin(String)
    /// The end of an environment.
    case end(String)
    /// An operator, a bracket or a separator.
    case symbol(Symbol)

    /// An operator, a bracket or a separator.
    enum Symbol: String, Hashable, Sendable {
        case plus = "+"
        case minus = "-"
        case plusMinus = "±"
        case minusPlus = "∓"
        case times = "*"
        case divide = "/"
        case power = "^"
        case subscripted = "_"
        case equals = "="
        case less = "<"
        case lessOrEqual = "≤"
        case greater = ">"
        case greaterOrEqual = "≥"
        case notEqual = "≠"
        case element = "∈"
        case union = "∪"
        case comma = ","
        case factorial = "!"
        case bar = "|"
        case percent = "%"
        case degree = "°"
        case infinity = "∞"
        case cell = "&"
        case row = "\\\\"
        case open = "("
        case close = ")"
        case openSquare = "["
        case closeSquare = "]"
        case openBrace = "{"
        case closeBrace = "}"
        case openSet = "\\{"
        case closeSet = "\\}"
    }

    /// The token as text, so that texts that differ in layout only become equal.
    var text: String {
        switch self {
        case .number(let text), .letter(let text), .words(let text): text
        case .function(let name), .command(let name): "\\\(name) "
        case .begin(let name): "\\begin{\(name)}"
        case .end(let name): "\\end{\(name)}"
        case .symbol(let symbol): symbol.rawValue
        }
    }

    /// How an opening bracket of any kind changes the nesting depth, and a closing one.
    var nesting: Int {
        switch self {
        case .begin: 1
        case .end: -1
        case .symbol(.open), .symbol(.openSquare), .symbol(.openBrace), .symbol(.openSet): 1
        case .symbol(.close), .symbol(.closeSquare), .symbol(.closeBrace), .symbol(.closeSet): -1
        default: 0
        }
    }

    /// The plain text, if it is one.
    var wordText: String? {
        guard case .words(let text) = self else { return nil }
        return text
    }
}
