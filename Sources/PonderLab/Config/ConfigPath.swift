/// A file that a config names.
public struct ConfigPath: Hashable, Sendable, CustomStringConvertible {
    /// The path as the config writes it.
    public let written: String

    /// The path to open: a relative one is taken from the config's folder.
    public let resolved: String

    /// Resolves a path against a config's folder.
    init(_ written: String, in folder: String) {
        self.written = written
        resolved = written.hasPrefix("/") || folder.isEmpty ? written : Self.join(folder, written)
    }

    /// The path as the config writes it.
    public var description: String { written }

    private static func join(_ folder: String, _ path: String) -> String {
        folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
    }

    /// The folder part of a path; empty for a bare file name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
