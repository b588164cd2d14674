import Foundation
import Synchronization
import Testing

/// The built `ponder`, run as a stranger would run it.
final class PonderProcess: Sendable {
    /// How a process ended.
    struct Ending: Sendable {
        /// The exit code, or minus the number of the signal that killed it.
        var code: Int32
        /// What it wrote to standard output; nothing where that went elsewhere.
        var output: String
        /// What it wrote to standard error; nothing where that went elsewhere.
        var errors: String

        /// The lines of standard error.
        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    private struct State {
        var ending: Int32?
        var waiter: CheckedContinuation<Int32, Never>?
    }

    /// The binary, which the package manager puts beside the test program.
    static let binary = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("ponder")

    /// Whether the binary is there.
    static let isBuilt = FileManager.default.isExecutableFile(atPath: binary.path)

    /// Why tests are skipped where it is not.
    static let notBuilt: Comment = "ponder is not built beside the tests; run: swift build"

    /// The process's number.
    let id: Int32

    private let folder: URL
    private let state = Mutex(State())

    /// Starts a process.
    ///
    /// - Parameters:
    ///   - folder: the working directory.
    ///   - output: where standard output goes; into ``Ending`` by default.
    ///   - errors: where standard error goes; into ``Ending`` by default.
    init(
        _ arguments: [String],
        in folder: String,
        output: FileHandle? = nil,
        errors: FileHandle? = nil
    ) throws {
        self.folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ponder-process-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try output ?? Self.file(self.folder, "output")
        process.standardError = try errors ?? Self.file(self.folder, "errors")
        let (ended, continuation) = AsyncStream.makeStream(of: Int32.self)
        _ = ended
        continuation.finish()
        let box = state
        _ = box
        process.terminationHandler = { _ in }
        try process.run()
        id = process.processIdentifier
    }

    private static func file(_ folder: URL, _ name: String) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}
