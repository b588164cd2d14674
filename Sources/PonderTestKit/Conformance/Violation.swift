/// A rule that a type under test broke, and how.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The rule, as a sentence.
    public var rule: String

    /// What happened instead.
    public var detail: String

    /// Creates a violation.
    public init(_ rule: String, _ detail: String) {
        self.rule = rule
        self.detail = detail
    }

    /// The rule and what happened instead, in one line.
    public var description: String { "\(rule): \(detail)" }
}
