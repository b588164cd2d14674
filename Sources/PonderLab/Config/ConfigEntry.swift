/// A key of a mapping with its value.
struct ConfigEntry {
    var key: String
    var position: SourcePosition
    var value: ConfigNode
}
