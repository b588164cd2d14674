/// Refuses texts whose aliases could make the YAML parser work exponentially long.
///
/// Aliases are mistakes in a config anyway. But they are only seen once the text is composed, and
/// composing compares keys, which aliases may have blown up. This looks at the bare characters.
enum AliasGuard {
    /// With fewer aliases than this the largest expansion is a few thousand values.
    private static let fewest = 24

    /// Returns the complaint about a text with many aliases of anchors that it defines.
    static func complaint(about text: ConfigText) -> Located<String>? {
        var anchors: Set<String> = []
        var aliases = 0
        var first: Int?
        var index = 0
        while index < text.scalars.count {
            let scalar = text.scalars[index]
            index += 1
            guard scalar == "&" || scalar == "*" else { continue }
            var name = ""
            while index < text.scalars.count, isName(text.scalars[index]) {
                name.unicodeScalars.append(text.scalars[index])
                index += 1
            }
            if name.isEmpty { continue }
            if scalar == "&" {
                anchors.insert(name)
                first = first ?? index - name.unicodeScalars.count - 1
            } else if anchors.contains(name) {
                aliases += 1
            }
        }
        guard aliases >= fewest, let first else { return nil }
        return Located(ConfigParser.aliasComplaint, text.position(of: first))
    }

    private static func isName(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
        default: false
        }
    }
}
