import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Standard output or standard error, written whole and quietly given up when the reader is gone.
final class StandardStream: Sendable {
    static let output = StandardStream(STDOUT_FILENO)
    static let error = StandardStream(STDERR_FILENO)

    private let descriptor: Int32
    private let isClosed = Mutex(false)

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    /// Whether a person may be looking.
    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The number of columns, or 80 where nobody says.
    var columns: Int {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// Writes a text.
    func write(_ text: String) {
        isClosed.withLock { isClosed in
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty, !isClosed {
                let count = bytes.withUnsafeBytes { send($0) }
                if count < 0, errno == EINTR { continue }
                if count < 0 { isClosed = true } else { bytes = bytes.dropFirst(count) }
            }
        }
    }

    /// Writes a line.
    func print(_ line: String) { write(line + "\n") }

    private func send(_ buffer: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
        Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.write(descriptor, buffer.baseAddress, buffer.count)
        #else
        Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}
