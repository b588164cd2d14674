import Foundation
import PonderCore

/// Reads a run's log.
public enum RunLogReader: Sendable {
    /// Returns the log of a folder, or of the file itself.
    ///
    /// Records of kinds that this version does not know are skipped, and so is a last line without
    /// its end, which a killed writer left. Of several results of one row, problem and epoch the
    /// last one counts.
    ///
    /// - Throws: ``RecordError`` with the path and the line: `notFound` when there is no log or no
    ///   line in it, `malformed` when a whole line cannot be read, `unsupportedVersion` when the
    ///   log has another major version.
    /// - Complexity: O(bytes); the file is read in blocks, the records are held.
    public static func read(_ path: String) throws -> RunLog {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw RecordError(.notFound, path: path, "there is no such file or folder")
        }
        let file =
            isFolder.boolValue
            ? URL(fileURLWithPath: path).appendingPathComponent(RunLog.fileName).path : path
        var collector = RunLogCollector(path: file)
        try forEachLine(of: file) { line, number in try collector.add(line, number: number) }
        return try collector.log()
    }

    /// Calls the body with each whole line without its end, and the line's number from 1.
    private static func forEachLine(
        of path: String,
        _ body: (ArraySlice<UInt8>, Int) throws -> Void
    ) throws {
        let file = try FileHandleNumber.open(path, .reading)
        defer { file.close() }
        var pending: [UInt8] = []
        var number = 0
        while true {
            let block = try file.read(upTo: 1 << 20)
            guard !block.isEmpty else { return }
            var start = block.startIndex
            while let end = block[start...].firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                if pending.isEmpty {
                    try body(block[start..<end], number)
                } else {
                    pending += block[start..<end]
                    try body(pending[...], number)
                    pending.removeAll(keepingCapacity: true)
                }
                start = end + 1
            }
            pending += block[start...]
        }
    }
}
