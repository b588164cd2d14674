/// A piece of a reply as it arrives.
public enum ReplyDelta: Hashable, Sendable {
    /// More of the answer.
    case text(String)
    /// More of the thinking.
    case thinking(String)
}
