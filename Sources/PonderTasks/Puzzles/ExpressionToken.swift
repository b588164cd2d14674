/// A piece of a text in which an arithmetic expression is looked for.
struct ExpressionToken: Hashable {
    /// What a piece is.
    enum Kind: Hashable {
        /// A whole number; `nil` if it is too large or starts with a needless 0.
        case number(Int?)
        /// An operator.
        case sign(ArithmeticOperator)
        /// An opening parenthesis.
        case open
        /// A closing parenthesis.
        case close
        /// An opening brace, around a part of a fraction.
        case openBrace
        /// A closing brace.
        case closeBrace
        /// `\frac`, before two parts in braces.
        case fraction
        /// An equals sign.
        case equals
        /// Anything else that may stand beside an expression: a word, a comma.
        case other
        /// Something that changes the value of what it touches: a power, a decimal point, a root.
        case spoiler
    }

    /// What the piece is.
    var kind: Kind

    /// The bytes.
    var range: Range<Int>
}
