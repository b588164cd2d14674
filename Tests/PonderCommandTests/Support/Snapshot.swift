import Foundation
import Testing

/// Expects a text to equal the recorded one; with `RECORD_SNAPSHOTS=1` records it instead.
func expectSnapshot(
    _ text: String,
    _ name: String,
    sourceLocation: SourceLocation = #_sourceLocation
) throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Snapshots/\(name)")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
        try Data(text.utf8).write(to: url)
        return
    }
    let recorded = try String(contentsOf: url, encoding: .utf8)
    #expect(
        recorded.split(separator: "\n", omittingEmptySubsequences: false)
            == text.split(separator: "\n", omittingEmptySubsequences: false),
        "\(name) differs; record it with RECORD_SNAPSHOTS=1 if it should",
        sourceLocation: sourceLocation
    )
}
