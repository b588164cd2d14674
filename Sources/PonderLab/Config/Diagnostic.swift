/// One mistake in a file: where it is, what is wrong, and what to write instead.
public struct Diagnostic: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The file, as it was named.
    public var path: String

    /// The place in the file; `nil` if the mistake is the file itself.
    public var position: SourcePosition?

    /// What is wrong and what to write instead.
    public var message: String

    /// Creates a diagnostic.
    public init(path: String, position: SourcePosition?, message: String) {
        self.path = path
        self.position = position
        self.message = message
    }

    /// The line, from 1.
    public var line: Int? { position?.line }

    /// The column, from 1.
    public var column: Int? { position?.column }

    /// Orders diagnostics by file, then place, then message.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        let places = (left.position ?? Self.wholeFile, right.position ?? Self.wholeFile)
        return (left.path, places.0, left.message) < (right.path, places.1, right.message)
    }

    /// The diagnostic as compilers print it: `file:line:column: error: message`.
    public var description: String {
        let place = position.map { ":\($0)" } ?? ""
        return "\(path)\(place): error: \(message)"
    }

    private static let wholeFile = SourcePosition(line: 0, column: 0)
}
