import Foundation
import Synchronization

/// Appends records to the log of one run's folder, which it holds locked until it is closed.
///
/// Calls are synchronous and may come from any thread; each record is one line and one `write(2)`
/// to a file opened for appending, so killing the process leaves at most one line cut off. A log
/// that ends in such a line is cut back to its last whole line when it is opened.
///
/// A signal or a full disk can make the system write a part of a line only. The rest follows at
/// once, or, where the system refuses it, the part is taken back and the error thrown: the log
/// always ends in a whole line while this writer is open.
public final class RunLogWriter: Sendable {
    private struct State {
        /// The log, or `nil` once it is closed.
        var log: FileHandleNumber?
        var lock: FileHandleNumber?
        /// The bytes of whole lines in the log.
        var length: Int
    }

    /// The name of the file in a run's folder whose lock says that somebody writes there.
    public static let lockName = "run.lock"

    /// The log's path.
    public let path: String

    /// Whether the log held no whole line when it was opened, so that it still needs its header.
    public let isNew: Bool

    private let state: Mutex<State>

    /// Opens the log of a folder, creating both if need be, and locks the folder.
    ///
    /// - Throws: ``RecordError``: `locked` when another writer has the folder, `inputOutput` when
    ///   the system refuses.
    public init(folder: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: folder,
                withIntermediateDirectories: true
            )
        } catch {
            throw RecordError(
                .inputOutput,
                path: folder,
                "the folder cannot be created: \(error.localizedDescription)"
            )
        }
        let path = URL(fileURLWithPath: folder).appendingPathComponent(RunLog.fileName).path
        let lockPath = URL(fileURLWithPath: folder).appendingPathComponent(Self.lockName).path
        let lock = try FileHandleNumber.open(lockPath, .lock)
        do {
            guard try lock.lock() else {
                throw RecordError(
                    .locked,
                    path: folder,
                    "another process is writing to this folder; wait for it or name another one"
                )
            }
            let log = try FileHandleNumber.open(path, .appending)
            do {
                let length = try log.cutHalfLine()
                self.path = path
                isNew = length == 0
                state = Mutex(State(log: log, lock: lock, length: length))
            } catch {
                log.close()
                throw error
            }
        } catch {
            lock.close()
            throw error
        }
    }

    deinit { close() }

    /// Opens the log of a folder for the time of a call.
    ///
    /// - Throws: what ``init(folder:)`` and the body throw.
    public static func withWriter<Result>(
        folder: String,
        _ body: (RunLogWriter) async throws -> Result
    ) async throws -> Result {
        let writer = try RunLogWriter(folder: folder)
        defer { writer.close() }
        return try await body(writer)
    }

    /// Appends one record.
    ///
    /// - Throws: ``RecordError`` when the record cannot be encoded or the system refuses it;
    ///   the log then ends where it ended before.
    /// - Precondition: the writer is open.
    public func append(_ record: RunRecord) throws {
        let line = try Self.line(record, path: path)
        try state.withLock { state in
            guard let log = state.log else {
                preconditionFailure("a record was appended to a log that is closed: \(path)")
            }
            do {
                try log.write(line)
            } catch {
                try log.cut(to: state.length)
                throw error
            }
            state.length += line.count
        }
    }

    /// Closes the log and gives the folder free; closing again does nothing.
    public func close() {
        state.withLock { state in
            state.log?.close()
            state.lock?.close()
            state.log = nil
            state.lock = nil
        }
    }

    private static func line(_ record: RunRecord, path: String) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try [UInt8](encoder.encode(record)) + [UInt8(ascii: "\n")]
        } catch {
            throw RecordError(
                .malformed,
                path: path,
                "a record cannot be written as JSON: \(error)"
            )
        }
    }
}
