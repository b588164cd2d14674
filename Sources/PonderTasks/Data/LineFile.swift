#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A text file that is read line by line, so that its size does not matter.
struct LineFile {
    private static let chunk = 1 << 16

    /// The path of the file.
    let path: String

    /// Calls a closure with each line and its number, from 1, until it returns false.
    ///
    /// Lines come without their line break; a byte order mark is dropped.
    ///
    /// - Throws: ``TaskError`` if the file cannot be read, and what the closure throws.
    func forEachLine(_ body: ([UInt8], Int) throws -> Bool) throws {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure() }
        defer { close(file) }
        var buffer = [UInt8](repeating: 0, count: Self.chunk)
        var pending: [UInt8] = []
        var number = 0
        while true {
            let count = read(file, &buffer, Self.chunk)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure() }
            if count == 0 { break }
            for piece in buffer[..<count].split(
                separator: UInt8(ascii: "\n"),
                omittingEmptySubsequences: false
            ).enumerated() {
                if piece.offset > 0 {
                    number += 1
                    guard try body(Self.cleaned(pending, number: number), number) else { return }
                    pending.removeAll(keepingCapacity: true)
                }
                pending += piece.element
            }
        }
        guard !pending.isEmpty else { return }
        _ = try body(Self.cleaned(pending, number: number + 1), number + 1)
    }

    private static func cleaned(_ line: [UInt8], number: Int) -> [UInt8] {
        var line = line
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        if number == 1, line.starts(with: [0xef, 0xbb, 0xbf]) { line.removeFirst(3) }
        return line
    }

    private func failure() -> TaskError {
        let reason = strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
        return TaskError(.unreadableFile, "cannot be read: \(reason)", path: path)
    }
}
