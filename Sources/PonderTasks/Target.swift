package import PonderCore

/// The right answer of a sample, readable by graders and exports only.
public struct Target: Hashable, Sendable, CustomStringConvertible {
    /// The kinds of right answers.
    package enum Kind: Hashable, Sendable {
        /// A number.
        case number(WrittenNumber)
        /// A mathematical object, as LaTeX.
        case math(String)
        /// The letter of an option.
        case choice(String)
        /// Any solution of a puzzle.
        case puzzle(ExpressionPuzzle)
        /// A text in canonical form.
        case text(String)
    }

    /// The right answer.
    package let kind: Kind

    /// Creates a target.
    package init(_ kind: Kind) { self.kind = kind }

    /// The right answer as text, for exports; a puzzle has many, so it gives what must be made.
    public var description: String {
        switch kind {
        case .number(let number): number.description
        case .math(let text), .choice(let text), .text(let text): text
        case .puzzle(let puzzle): "\(puzzle.target)"
        }
    }
}
