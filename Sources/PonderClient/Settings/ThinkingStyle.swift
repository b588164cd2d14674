/// How a model's thinking comes apart from its answer.
public enum ThinkingStyle: Hashable, Sendable {
    /// The model does not think apart from the answer.
    case none
    /// In a field of its own: `reasoning_content`, or `reasoning` where that is missing.
    case field
    /// Between tags in the text.
    case tags(ThinkingTags)
    /// Not at all: only its tokens are reported.
    case hidden
}
