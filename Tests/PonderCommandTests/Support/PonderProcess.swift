import Foundation
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

    /// The binary, which the package manager puts beside the test program.
    static let binary = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().appendingPathComponent("ponder")

    /// Whether the binary is there.
    static let isBuilt = FileManager.default.isExecutableFile(atPath: binary.path)

    /// Why tests are skipped where it is not.
    static let notBuilt: Comment = "ponder is not built beside the tests; run: swift build"

    private let process = Process()
    private let folder: URL
    private let codes: AsyncStream<Int32>

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
        let (codes, continuation) = AsyncStream.makeStream(of: Int32.self)
        self.codes = codes
        process.executableURL = Self.binary
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = ["PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try output ?? Self.file(self.folder, "output")
        process.standardError = try errors ?? Self.file(self.folder, "errors")
        process.terminationHandler = { process in
            let isKilled = process.terminationReason == .uncaughtSignal
            continuation.yield(isKilled ? -process.terminationStatus : process.terminationStatus)
            continuation.finish()
        }
        try process.run()
    }

    /// Whether the process has not ended.
    var isRunning: Bool { process.isRunning }

    /// Sends a signal.
    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until the process has ended; call it once.
    func wait() async throws -> Ending {
        defer { try? FileManager.default.removeItem(at: folder) }
        for await code in codes {
            return Ending(code: code, output: try text("output"), errors: try text("errors"))
        }
        throw CancellationError()
    }

    /// Runs a process to its end.
    static func run(_ arguments: String..., in folder: String) async throws -> Ending {
        try await PonderProcess(arguments, in: folder).wait()
    }

    private func text(_ name: String) throws -> String {
        let url = folder.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: url.path) else { return "" }
        return try String(contentsOf: url, encoding: .utf8)
    }

    private static func file(_ folder: URL, _ name: String) throws -> FileHandle {
        let url = folder.appendingPathComponent(name)
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }
}
