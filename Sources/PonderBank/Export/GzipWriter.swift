internal import CZlib
import Foundation

/// Writes a gzip file; equal bytes written give an equal file, because it holds no time or name.
final class GzipWriter {
    private let file: gzFile
    private let path: String

    private init(_ file: gzFile, path: String) {
        self.file = file
        self.path = path
    }

    /// Writes a file under another name and renames it, so that it is there whole or not at all.
    static func writing<Result>(
        to path: String,
        _ body: (GzipWriter) throws -> Result
    ) throws -> Result {
        let draft = "\(path).new-\(UUID().uuidString)"
        guard let file = gzopen(draft, "wb9") else {
            throw refusal(path: path, underlying: SystemFile.lastError)
        }
        let result: Result
        do {
            result = try body(GzipWriter(file, path: path))
        } catch {
            // The body's error is the cause, and the draft is removed.
            _ = gzclose(file)
            SystemFile.remove(draft)
            throw error
        }
        let code = gzclose(file)
        let problem =
            code == Z_OK ? SystemFile.rename(draft, to: path) : "zlib error \(code) at closing"
        if let problem {
            SystemFile.remove(draft)
            throw refusal(path: path, underlying: problem)
        }
        return result
    }

    /// Compresses a line, which must not be longer than ``GzipLineReader`` reads back.
    func write(line: [UInt8]) throws {
        guard line.count <= GzipLineReader.maximumLineBytes else {
            let message = "a draw of \(line.count) bytes is too large to be exported"
            throw BankError(.inputOutput, path: path, message)
        }
        guard gzwrite(file, line, CUnsignedInt(line.count)) == line.count else {
            var code: CInt = 0
            let said = gzerror(file, &code).map { String(cString: $0) }
            throw Self.refusal(path: path, underlying: said ?? "zlib error \(code)")
        }
    }

    private static func refusal(path: String, underlying: String) -> BankError {
        let message = "the export cannot be written; check the folder and the disk"
        return BankError(.inputOutput, path: path, message, underlying: underlying)
    }
}
