import PonderRecord

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What a run's entries in a bank's journal are named by: the same for all its invocations.
public enum RunIdentity: Sendable {
    /// The name of the file in a run's folder that holds it.
    public static let fileName = "run.id"

    /// The identity that a folder holds, made if there is none; call it with the folder locked.
    ///
    /// - Throws: `RecordError` when the file cannot be written.
    public static func of(folder: String) throws -> String {
        let path = "\(folder)/\(fileName)"
        if let file = fopen(path, "r") {
            defer { fclose(file) }
            var bytes = [UInt8](repeating: 0, count: 64)
            let count = fread(&bytes, 1, bytes.count, file)
            let text = String(decoding: bytes[..<count].prefix { $0 > 0x20 }, as: UTF8.self)
            if !text.isEmpty { return text }
        }
        // The only randomness that no seed governs: it names journal entries and nothing else.
        var generator = SystemRandomNumberGenerator()
        let identity = String(generator.next(), radix: 16)
        guard let file = fopen(path, "w"), fputs(identity + "\n", file) >= 0, fclose(file) == 0
        else {
            throw RecordError(
                .inputOutput,
                path: path,
                "cannot be written: \(String(cString: strerror(errno)))"
            )
        }
        return identity
    }
}
