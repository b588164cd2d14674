/// When replies are asked for as event streams.
///
/// Dialects that need a stream for a call, to continue a reply or to count several, get one anyway.
public enum StreamingMode: String, Hashable, Sendable {
    /// When someone watches the reply come.
    case whenWatched = "when-watched"
    /// Always.
    case always
    /// Never: a watcher gets the whole reply in one piece.
    case never
}
