/// The marks around thinking in a reply that is plain text.
public struct ThinkingTags: Hashable, Sendable {
    /// What begins the thinking, at the very start of a reply.
    public var opening: String

    /// What ends the thinking.
    public var closing: String

    /// Whether the prompt's template ends with the opening tag, so that replies begin inside.
    public var startsInside: Bool

    /// Creates tags; `<think>` and `</think>` by default.
    ///
    /// - Precondition: neither tag is empty.
    public init(
        opening: String = "<think>",
        closing: String = "</think>",
        startsInside: Bool = false
    ) {
        precondition(!opening.isEmpty && !closing.isEmpty, "a thinking tag cannot be empty")
        self.opening = opening
        self.closing = closing
        self.startsInside = startsInside
    }
}
