#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A JSON Lines file of records.
struct RecordFile {
    /// The path of the file.
    let path: String

    /// Which fields hold what.
    var mapping = FieldMapping()

    /// Calls a closure with each record from a place on, until it returns false.
    ///
    /// - Throws: ``TaskError`` if the file cannot be read or a line is not an object, and what the
    ///   closure throws.
    func forEachRecord(from offset: Int = 0, _ body: (DataRecord) throws -> Bool) throws {
        let decoder = JSONDecoder()
        var passed = 0
        try LineFile(path: path).forEachLine { line, number in
            guard line.contains(where: { $0 > 0x20 }) else { return true }
            passed += 1
            guard passed > offset else { return true }
            return try body(record(line, number: number, decoder: decoder))
        }
    }

    private func record(
        _ line: [UInt8],
        number: Int,
        decoder: JSONDecoder
    ) throws -> DataRecord {
        func malformed(_ message: String) -> TaskError {
            TaskError(.malformedData, message, path: path, line: number)
        }
        let value: JSONValue
        do {
            value = try decoder.decode(JSONValue.self, from: Data(line))
        } catch {
            throw malformed("is not JSON; one object a line is expected")
        }
        guard case .object(let fields) = value else {
            throw malformed("is \(value.kind); one JSON object a line is expected")
        }
        return DataRecord(path: path, line: number, fields: fields, mapping: mapping)
    }
}
