import Yams

/// A text with the node that YAML composes from it.
///
/// The composer refuses a mapping whose keys repeat, and stops there. So that later mistakes are
/// found too, the first character of the earlier key is exchanged for a private one and the text
/// composed anew: no mark moves, and ``original(_:)`` gives the key back.
struct ComposedText {
    private static let firstPrivate: UInt32 = 0xF_0000
    private static let mostRepairs: UInt32 = 200

    /// What keeps the text from being composed.
    private(set) var mistakes: [Located<String>] = []

    private var text: ConfigText
    private var parser: Parser?
    private var root: Node?
    private var originals: [Unicode.Scalar: String] = [:]

    /// Composes a text.
    init(_ text: ConfigText) {
        self.text = text
        let range = Self.firstPrivate..<(Self.firstPrivate + Self.mostRepairs)
        let canRepair = !text.scalars.contains { range.contains($0.value) }
        var repeated: [Located<String>] = []
        while true {
            do {
                let parser = try Parser(yaml: self.text.string, resolver: .basic, encoding: .utf8)
                (self.parser, root) = (parser, try parser.singleRoot())
                return
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                let position = SourcePosition(context.mark)
                let name = keys.first ?? ""
                repeated.append(
                    Located("'\(name)' is written twice; keep one of them", position)
                )
                guard canRepair, hide(name, at: position) else {
                    mistakes = repeated
                    return
                }
            } catch {
                mistakes = repeated + [mistake(error)]
                return
            }
        }
    }

    /// Calls a function with the root, while the parser keeps its anchors alive.
    func withRoot<Value>(_ body: (Node?) -> Value) -> Value {
        withExtendedLifetime(parser) { body(root) }
    }

    /// What is written where a text was composed.
    func original(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        return originals[first] ?? text
    }

    /// Makes a key differ from those equal to it; false if its spelling is too odd for that.
    private mutating func hide(_ name: String, at position: SourcePosition) -> Bool {
        let next = Self.firstPrivate + UInt32(originals.count)
        guard originals.count < Self.mostRepairs, let mark = Unicode.Scalar(next),
            var index = text.index(of: position)
        else { return false }
        if text.scalars[index] == "\"" || text.scalars[index] == "'" { index += 1 }
        guard text.scalars.indices.contains(index),
            text.scalars[index] == name.unicodeScalars.first
        else { return false }
        text.replace(at: index, with: mark)
        originals[mark] = name
        return true
    }

    private func mistake(_ error: any Error) -> Located<String> {
        guard let error = error as? YamlError else {
            return Located("the YAML cannot be read", .start)
        }
        switch error {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            return Located(words(problem, context, mark), SourcePosition(mark))
        case .reader(let problem, _, _, _):
            return Located("the YAML cannot be read: \(problem)", .start)
        default:
            return Located("the YAML cannot be read", .start)
        }
    }

    private func words(_ problem: String, _ context: YamlError.Context?, _ mark: Mark) -> String {
        if problem.contains("another document") {
            return "a second YAML document begins here; a config is one document"
        }
        switch text.scalar(at: SourcePosition(mark)) {
        case "\t": return "a tab stands here; indent with spaces"
        case "{" where text.scalar(before: SourcePosition(mark)) == "$":
            return "inside { } or [ ] a reference stands in quotes: \"${NAME}\""
        case "@", "`": return "a text cannot begin with this character; put it in quotes"
        default: break
        }
        let place = context.map { " \($0.text)" } ?? ""
        return "this is not YAML: \(problem)\(place); mind indentation, quotes and brackets"
    }
}
