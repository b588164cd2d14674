/// An answer in canonical form: two answers are equal when their canonical forms are.
public struct Answer: Hashable, Sendable, Codable {
    /// The form that votes are counted by.
    public var canonical: String

    /// The answer as it was first written.
    public var text: String

    /// Creates an answer.
    public init(canonical: String, text: String) {
        self.canonical = canonical
        self.text = text
    }

    /// Whether two answers have the same canonical form, however they are written.
    public static func == (left: Answer, right: Answer) -> Bool {
        left.canonical == right.canonical
    }

    /// Hashes the canonical form.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}
