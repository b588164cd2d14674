/// The characters of a config file and the lines they stand on.
///
/// Lines break where YAML 1.1 breaks them: at CR, LF, CR LF, NEL, LS and PS.
struct ConfigText {
    /// The most bytes of a config file.
    static let largest = 1 << 20

    private(set) var scalars: [Unicode.Scalar] = []
    private var lineStarts = [0]

    /// What keeps the bytes from being a text, with the place of the first such mistake.
    private(set) var mistake: Located<String>?

    /// Reads the bytes of a file; a byte order mark at the start is skipped.
    init(_ bytes: [UInt8]) {
        guard bytes.count <= Self.largest else {
            mistake = Located("the file is larger than \(Self.largest) bytes", .start)
            return
        }
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var iterator = bytes.dropFirst(hasMark ? 3 : 0).makeIterator()
        var decoder = UTF8()
        scalars.reserveCapacity(bytes.count)
        while mistake == nil {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): append(scalar)
            case .emptyInput: return
            case .error: mistake = Located("these bytes are not UTF-8", position(of: scalars.count))
            }
        }
    }

    /// The text.
    var string: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The place of a character, or of the end.
    func position(of index: Int) -> SourcePosition {
        let line = lineStarts.lastIndex { $0 <= index } ?? 0
        return SourcePosition(line: line + 1, column: index - lineStarts[line] + 1)
    }

    /// The index of the character at a place, if there is one.
    func index(of position: SourcePosition) -> Int? {
        guard lineStarts.indices.contains(position.line - 1), position.column >= 1 else {
            return nil
        }
        let index = lineStarts[position.line - 1] + position.column - 1
        return scalars.indices.contains(index) ? index : nil
    }

    /// The character at a place, if there is one.
    func scalar(at position: SourcePosition) -> Unicode.Scalar? {
        index(of: position).map { scalars[$0] }
    }

    /// The character before a place, if there is one.
    func scalar(before position: SourcePosition) -> Unicode.Scalar? {
        guard let index = index(of: position), index > 0 else { return nil }
        return scalars[index - 1]
    }

    /// Puts another character in the place of one; neither may break a line.
    mutating func replace(at index: Int, with scalar: Unicode.Scalar) { scalars[index] = scalar }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if !Self.isAllowed(scalar) {
            let code = String(scalar.value, radix: 16, uppercase: true)
            mistake = Located(
                "the character U+\(code) cannot stand in a config; in quotes, write \\u and its code",
                position(of: scalars.count)
            )
            return
        }
        let endsCarriageReturn = scalar == "\n" && scalars.last == "\r"
        scalars.append(scalar)
        if endsCarriageReturn {
            lineStarts[lineStarts.count - 1] = scalars.count
        } else if Self.breaks.contains(scalar) {
            lineStarts.append(scalars.count)
        }
    }

    private static let breaks: Set<Unicode.Scalar> = [
        "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}",
    ]

    /// Whether YAML counts a character as printable.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85: true
        case 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
        default: scalar.value >= 0x1_0000
        }
    }
}
