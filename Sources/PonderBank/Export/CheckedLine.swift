import PonderCore

/// Gives each line of an export a check that depends on all lines before it.
///
/// A line is a JSON object whose first member is `check`: the first 16 hexadecimal digits of the
/// SHA-256 of the previous line's check followed by the rest of the line, from the quotation mark
/// of the second member to the closing brace. So a changed, lost, repeated or moved line is found
/// where it stands. The check guards against accidents, not against somebody who computes it anew.
package struct CheckedLine {
    private static let opening = Array(#"{"check":""#.utf8)
    private static let separator = Array(#"","#.utf8)
    private static let digits = 16

    private var previous = Array(ExportRecord.format.utf8)

    /// Starts before the first line.
    package init() {}

    /// Returns the line of a JSON object that has at least one member, with a line feed.
    package mutating func line(of object: String) -> [UInt8] {
        let rest = Array(object.utf8.dropFirst())
        let check = next(rest)
        return Self.opening + check + Self.separator + rest + [UInt8(ascii: "\n")]
    }

    /// Returns the JSON object of a line without its check; `nil` if that is missing or wrong.
    mutating func object(of line: ArraySlice<UInt8>) -> [UInt8]? {
        let prefix = Self.opening.count + Self.digits + Self.separator.count
        let given = line.dropFirst(Self.opening.count).prefix(Self.digits)
        let rest = Array(line.dropFirst(prefix))
        guard line.starts(with: Self.opening + given + Self.separator),
            given.elementsEqual(next(rest))
        else { return nil }
        return [UInt8(ascii: "{")] + rest
    }

    private mutating func next(_ rest: [UInt8]) -> [UInt8] {
        let digest = SHA256.digest(previous + rest)
        previous = Array(digest.description.utf8.prefix(Self.digits))
        return previous
    }
}
