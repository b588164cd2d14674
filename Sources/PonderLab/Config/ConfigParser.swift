import Yams

/// Composes the nodes of a config from its YAML, with their places, and nothing else.
///
/// No scalar is given a type here: `off`, `yes` and `1e3` stay the texts they are. Keys that
/// repeat, anchors, aliases and tags are mistakes; those do not hide the mistakes that follow.
struct ConfigParser {
    /// The deepest nesting that is read.
    static let deepest = 64
    /// The most values that are read, copies made by aliases included.
    static let most = 100_000

    private var mistakes: [Located<String>] = []
    private let composed: ComposedText
    private var count = 0
    private var isTooLarge = false

    private init(_ composed: ComposedText) { self.composed = composed }

    /// Reads the one YAML document of a file.
    ///
    /// - Returns: the root, if there is any, and every mistake.
    static func parse(_ bytes: [UInt8]) -> (root: ConfigNode?, mistakes: [Located<String>]) {
        let text = ConfigText(bytes)
        if let mistake = text.mistake { return (nil, [mistake]) }
        if let mistake = AliasGuard.complaint(about: text) { return (nil, [mistake]) }
        let composed = ComposedText(text)
        var parser = ConfigParser(composed)
        return composed.withRoot { root in
            guard let root else { return (nil, composed.mistakes) }
            let node = parser.node(root, depth: 0)
            return (parser.isTooLarge ? nil : node, parser.mistakes)
        }
    }

    private mutating func node(_ node: Node, depth: Int) -> ConfigNode {
        let position = SourcePosition(node.mark)
        count += 1
        guard depth <= Self.deepest, count <= Self.most else {
            if !isTooLarge {
                complain(
                    position,
                    depth > Self.deepest
                        ? "more than \(Self.deepest) levels of nesting"
                        : "more than \(Self.most) values"
                )
            }
            isTooLarge = true
            return ConfigNode(content: .scalar("", isPlain: true), position: position)
        }
        refuseAnchorAndTag(of: node, at: position)
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain
            return ConfigNode(
                content: .scalar(composed.original(scalar.string), isPlain: isPlain),
                position: position
            )
        case .sequence(let items):
            var nodes: [ConfigNode] = []
            for item in items where !isTooLarge { nodes.append(self.node(item, depth: depth + 1)) }
            return ConfigNode(content: .list(nodes), position: position)
        case .mapping(let mapping):
            return ConfigNode(
                content: .mapping(entries(of: mapping, depth: depth + 1)),
                position: position
            )
        case .alias:
            complain(position, Self.aliasComplaint)
            return ConfigNode(content: .scalar("", isPlain: true), position: position)
        }
    }

    private mutating func entries(of mapping: Node.Mapping, depth: Int) -> [ConfigEntry] {
        var entries: [ConfigEntry] = []
        var lines: [String: Int] = [:]
        for (key, value) in mapping where !isTooLarge {
            let keyNode = node(key, depth: depth)
            let value = node(value, depth: depth)
            guard case .scalar(let name, _) = keyNode.content, !keyNode.isMissing else {
                complain(keyNode.position, "a key must be a name, not \(keyNode.words)")
                continue
            }
            if let line = lines[name] {
                complain(
                    keyNode.position,
                    "'\(name)' is written twice, first on line \(line); keep one of them"
                )
                continue
            }
            lines[name] = keyNode.position.line
            entries.append(ConfigEntry(key: name, position: keyNode.position, value: value))
        }
        return entries
    }

    private mutating func refuseAnchorAndTag(of node: Node, at position: SourcePosition) {
        let (anchor, tag) =
            switch node {
            case .scalar(let scalar): (scalar.anchor, scalar.tag.rawValue)
            case .sequence(let sequence): (sequence.anchor, sequence.tag.rawValue)
            case .mapping(let mapping): (mapping.anchor, mapping.tag.rawValue)
            case .alias(let alias): (alias.anchor, alias.tag.rawValue)
            }
        if anchor != nil { complain(position, Self.aliasComplaint) }
        if !Self.impliedTags.contains(tag) {
            complain(position, "tags are not read; write the value without the tag")
        }
    }

    /// The tags of values that are written without one.
    private static let impliedTags: Set<String> = [
        Tag.Name.implicit.rawValue, Tag.Name.str.rawValue, Tag.Name.seq.rawValue,
        Tag.Name.map.rawValue,
    ]

    private mutating func complain(_ position: SourcePosition, _ message: String) {
        mistakes.append(Located(message, position))
    }

    static let aliasComplaint = "anchors and aliases are not read; write the value where it is used"
}
