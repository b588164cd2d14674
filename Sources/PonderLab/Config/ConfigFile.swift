import Foundation

/// The files that a config is read from and names.
enum ConfigFile {
    /// The bytes of a file.
    ///
    /// - Throws: why it cannot be read, in words.
    static func bytes(of path: String) throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else {
            throw Failure("there is no such file")
        }
        guard isReadable(path) else { throw Failure("it is a folder or may not be read") }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Whether a path names a file that may be read.
    static func isReadable(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && !isFolder.boolValue && FileManager.default.isReadableFile(atPath: path)
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ description: String) { self.description = description }
    }
}
