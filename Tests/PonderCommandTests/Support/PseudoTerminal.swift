import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A terminal without a screen, whose other end a process writes to.
final class PseudoTerminal: Sendable {
    /// The system has no terminal to give.
    struct Unavailable: Error {}

    /// The end that a process writes to.
    let other: FileHandle

    private let texts: AsyncStream<[UInt8]>

    init(columns: UInt16) throws {
        var number: Int32 = 0
        var otherNumber: Int32 = 0
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard openpty(&number, &otherNumber, nil, nil, &size) == 0 else { throw Unavailable() }
        other = FileHandle(fileDescriptor: otherNumber, closeOnDealloc: false)
        let (texts, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        self.texts = texts
        // What is not read would stop the writer: a thread takes it until the other end is closed.
        let end = number
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(end, &buffer, buffer.count)
                guard count > 0 else { break }
                continuation.yield(Array(buffer[..<count]))
            }
            close(end)
            continuation.finish()
        }
    }

    /// Closes this process's copy of the end that another process writes to.
    func closeOther() { close(other.fileDescriptor) }

    /// Waits until the other end is closed, and returns all that was written.
    func text() async -> String {
        var bytes: [UInt8] = []
        for await part in texts { bytes += part }
        return String(decoding: bytes, as: UTF8.self)
    }
}
