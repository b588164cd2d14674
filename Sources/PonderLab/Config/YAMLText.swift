/// A piece of a resolved config and the YAML that it prints as.
///
/// Mappings are printed in block style with their keys in the given order, lists of mappings as
/// dashes, lists of anything else in brackets.
enum YAMLText: Equatable {
    /// A value that is printed as it is: a number, true or false.
    case verbatim(String)
    /// A text, quoted where another type or a mark could be read into it.
    case text(String)
    /// A list.
    case list([YAMLText])
    /// A mapping.
    case mapping([(key: String, value: YAMLText)])

    static func == (left: YAMLText, right: YAMLText) -> Bool { left.flow == right.flow }

    /// The YAML of a whole document, a mapping.
    var document: String { block(indent: 0) }

    private func block(indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        switch self {
        case .mapping(let entries) where !entries.isEmpty:
            return entries.map { key, value in
                let key = Self.scalar(key)
                return value.isBlock
                    ? "\(margin)\(key):\n\(value.block(indent: indent + 2))"
                    : "\(margin)\(key): \(value.flow)\n"
            }.joined()
        case .list(let items) where isBlock:
            return items.map { "\(margin)- \($0.block(indent: indent + 2).dropFirst(indent + 2))" }
                .joined()
        default:
            return "\(margin)\(flow)\n"
        }
    }

    private var isBlock: Bool {
        switch self {
        case .mapping(let entries): !entries.isEmpty
        case .list(let items): items.contains(where: \.isBlock)
        case .verbatim, .text: false
        }
    }

    private var flow: String {
        switch self {
        case .verbatim(let text): text
        case .text(let text): Self.scalar(text)
        case .list(let items): "[\(items.map(\.flow).joined(separator: ", "))]"
        case .mapping(let entries):
            "{\(entries.map { "\(Self.scalar($0.key)): \($0.value.flow)" }.joined(separator: ", "))}"
        }
    }

    private static func scalar(_ text: String) -> String {
        isPlain(text) ? text : quoted(text)
    }

    /// Whether any YAML reader takes the bare text for this very text.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isLetter(first) || first == "/" else {
            return false
        }
        return !reserved.contains(text.lowercased())
            && text.unicodeScalars.allSatisfy {
                isLetter($0) || ("0"..."9").contains($0) || "-_./".unicodeScalars.contains($0)
            }
    }

    private static let reserved: Set<String> = [
        "true", "false", "yes", "no", "on", "off", "null", "y", "n",
    ]

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case " "..."~", "\u{A1}"..."\u{1FFF}", "\u{2030}"..."\u{D7FF}",
                "\u{10000}"..."\u{EFFFF}":
                quoted.unicodeScalars.append(scalar)
            default: quoted += escape(scalar)
            }
        }
        return quoted + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = scalar.value > 0xFFFF ? 8 : 4
        let padding = String(repeating: "0", count: width - digits.count)
        return "\\\(width == 8 ? "U" : "u")\(padding)\(digits)"
    }
}
