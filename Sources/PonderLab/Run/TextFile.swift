import PonderRecord

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes files whole: first beside their place, then in it, so that no reader sees half of one.
public enum TextFile: Sendable {
    /// Writes a file.
    ///
    /// - Throws: `RecordError` with what the system said.
    public static func write(_ text: String, to path: String) throws {
        let draft = "\(path).new"
        guard let file = fopen(draft, "w") else { throw failure(path) }
        let bytes = Array(text.utf8)
        let written = fwrite(bytes, 1, bytes.count, file)
        guard fclose(file) == 0, written == bytes.count, rename(draft, path) == 0 else {
            throw failure(path)
        }
    }

    private static func failure(_ path: String) -> RecordError {
        RecordError(
            .inputOutput,
            path: path,
            "cannot be written: \(String(cString: strerror(errno)))"
        )
    }
}
