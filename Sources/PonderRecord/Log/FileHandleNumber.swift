#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// An open file of the system, by its number, with the few calls that a log needs.
///
/// Whoever opens it closes it, once.
struct FileHandleNumber: Sendable {
    /// What a file is opened for.
    enum Purpose {
        /// To be locked; made if it is missing.
        case lock
        /// To be appended to; made if it is missing.
        case appending
        /// To be read.
        case reading
    }

    private let number: Int32
    private let path: String

    /// Opens a file; no child process inherits it.
    static func open(_ path: String, _ purpose: Purpose) throws -> FileHandleNumber {
        let flags =
            switch purpose {
            case .lock: O_RDWR | O_CREAT
            case .appending: O_RDWR | O_CREAT | O_APPEND
            case .reading: O_RDONLY
            }
        let number = retrying { openFile(path, flags | O_CLOEXEC, 0o644) }
        guard number >= 0 else {
            if errno == ENOENT {
                throw RecordError(.notFound, path: path, "there is no such file")
            }
            throw failure("cannot be opened", path: path)
        }
        return FileHandleNumber(number: Int32(number), path: path)
    }

    /// Closes the file, and gives up its lock.
    func close() {
        // A child that is just being started holds the open file, too, until its program begins:
        // closing alone would leave the lock with it.
        _ = flock(number, LOCK_UN)
        _ = closeFile(number)
    }

    /// Locks the file for this process; false when another has it.
    func lock() throws -> Bool {
        if Self.retrying({ Int(flock(number, LOCK_EX | LOCK_NB)) }) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw Self.failure("cannot be locked", path: path) }
        return false
    }

    /// Writes all bytes, in one system call unless the system takes only a part of them.
    func write(_ bytes: [UInt8]) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let count = Self.retrying { writeFile(number, part.baseAddress, part.count) }
                guard count > 0 else { throw Self.failure("cannot be written", path: path) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Reads up to `count` bytes from the present place; an empty array at the end.
    func read(upTo count: Int) throws -> [UInt8] {
        try fill(count) { readFile(number, $0.baseAddress, $0.count) }
    }

    /// Cuts the file to a length.
    func cut(to length: Int) throws {
        guard Self.retrying({ Int(ftruncate(number, off_t(length))) }) == 0 else {
            throw Self.failure("cannot be cut to \(length) bytes", path: path)
        }
    }

    /// Cuts off what follows the last line end, and returns the length that remains.
    func cutHalfLine() throws -> Int {
        let size = Int(lseek(number, 0, SEEK_END))
        guard size >= 0 else { throw Self.failure("has no length", path: path) }
        var end = size
        while end > 0 {
            let start = max(0, end - 65_536)
            let block = try fill(end - start) {
                pread(number, $0.baseAddress, $0.count, off_t(start))
            }
            guard block.count == end - start else {
                throw RecordError(.inputOutput, path: path, "the file shrank while it was read")
            }
            if let last = block.lastIndex(of: UInt8(ascii: "\n")) {
                end = start + last + 1
                break
            }
            end = start
        }
        if end < size { try cut(to: end) }
        return end
    }

    private func fill(
        _ count: Int,
        _ body: (UnsafeMutableRawBufferPointer) -> Int
    ) throws -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let count = Self.retrying { body(UnsafeMutableRawBufferPointer(buffer)) }
            failed = count < 0
            filled = max(0, count)
        }
        if failed { throw Self.failure("cannot be read", path: path) }
        return bytes
    }

    /// Makes a system call again for as long as a signal interrupts it.
    private static func retrying(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    private static func failure(_ what: String, path: String) -> RecordError {
        RecordError(
            .inputOutput,
            path: path,
            "the file \(what): \(String(cString: strerror(errno)))"
        )
    }
}

private func openFile(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int {
    Int(open(path, flags, mode))
}

private func closeFile(_ number: Int32) -> Int32 { close(number) }

private func writeFile(_ number: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(number, bytes, count)
}

private func readFile(_ number: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(number, bytes, count)
}
