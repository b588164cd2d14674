/// A value of a config as it is written, before anyone says what type it should have.
struct ConfigNode {
    /// What stands there.
    enum Content {
        /// The text of a scalar; `isPlain` if no quotes or block marks surround it.
        case scalar(String, isPlain: Bool)
        /// The items of a list.
        case list([ConfigNode])
        /// The entries of a mapping, in order, without repetitions.
        case mapping([ConfigEntry])
    }

    var content: Content
    var position: SourcePosition

    /// Whether nothing is written where a value should be.
    var isMissing: Bool {
        if case .scalar("", true) = content { return true }
        return false
    }

    /// The keys, if this is a mapping.
    var keys: [String]? {
        if case .mapping(let entries) = content { return entries.map(\.key) }
        return nil
    }

    /// The items, if this is a list.
    var items: [ConfigNode]? {
        if case .list(let items) = content { return items }
        return nil
    }

    /// What stands there, in words that name no value: it may be a secret.
    var words: String {
        switch content {
        case .scalar: isMissing ? "nothing" : "a single value"
        case .list: "a list"
        case .mapping: "a mapping"
        }
    }
}
