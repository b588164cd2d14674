internal import CZlib

/// Reads the lines of a gzip file, or of the same file uncompressed, holding one line at a time.
package final class GzipLineReader {
    /// The most bytes of one line: what a damaged file may make this reader hold.
    static let maximumLineBytes = 256 << 20

    /// The number of the line that ``next()`` returned last, from 1.
    package private(set) var line = 0

    private let file: gzFile
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var chunk = [UInt8](repeating: 0, count: 1 << 16)
    private var isAtEnd = false

    private init(_ file: gzFile, path: String) {
        self.file = file
        self.path = path
    }

    /// Opens a file for the duration of a function.
    package static func reading<Result>(
        path: String,
        _ body: (GzipLineReader) throws -> Result
    ) throws -> Result {
        guard let file = gzopen(path, "rb") else {
            let message = "the export cannot be opened; check the path and its permissions"
            let said = SystemFile.lastError
            throw BankError(.notFound, path: path, message, underlying: said)
        }
        // Nothing is left to learn from closing: a file that ends early has been noticed by then.
        defer { _ = gzclose(file) }
        return try body(GzipLineReader(file, path: path))
    }

    /// Returns the next line without its line feed; `nil` after the last one.
    ///
    /// A line that does not end with a line feed is an error, because the file was cut there.
    package func next() throws -> ArraySlice<UInt8>? {
        var searched = start
        while true {
            if let feed = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                defer { start = feed + 1 }
                line += 1
                return buffer[start..<feed]
            }
            guard !isAtEnd else {
                guard start == buffer.count else { throw malformed("the line is cut short") }
                return nil
            }
            buffer.removeSubrange(..<start)
            start = 0
            searched = buffer.count
            guard searched < Self.maximumLineBytes else { throw malformed("the line is too long") }
            try fill()
        }
    }

    /// Reads on; what zlib has to complain about is heard only after the last readable byte.
    private func fill() throws {
        let count = gzread(file, &chunk, CUnsignedInt(chunk.count))
        guard count <= 0 else {
            buffer += chunk[..<Int(count)]
            return
        }
        var code: CInt = 0
        let said = gzerror(file, &code).map { String(cString: $0) }
        guard count == 0, code == Z_OK || code == Z_STREAM_END else {
            throw malformed("the compressed data is damaged or cut short", said)
        }
        isAtEnd = true
    }

    private func malformed(_ problem: String, _ said: String? = nil) -> BankError {
        let message = "\(problem); fetch the file again"
        return BankError(.malformed, path: path, line: line + 1, message, underlying: said)
    }
}
