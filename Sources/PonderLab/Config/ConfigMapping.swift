/// The entries of a mapping whose keys have been checked.
struct ConfigMapping {
    var position: SourcePosition
    var entries: [ConfigEntry]

    /// The value of a key.
    subscript(key: String) -> ConfigNode? { entry(key)?.value }

    /// The entry of a key.
    func entry(_ key: String) -> ConfigEntry? { entries.first { $0.key == key } }
}
