/// When replies are asked for as event streams.
public enum StreamingMode: String, Hashable, Sendable {
    /// When someone watches the reply come.
    case whenWatched = "when-watched"
    /// Always.
    case always
    /// Never: a watcher gets the whole reply in one piece.
    case never
}
