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
    guard recorded != text else { return }
    let old = recorded.split(separator: "\n", omittingEmptySubsequences: false)
    let new = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    let at = line ?? min(old.count, new.count)
    Issue.record(
        """
        \(name) differs from line \(at + 1) on; record with RECORD_SNAPSHOTS=1 if it should.
        recorded: \(at < old.count ? String(old[at].prefix(300)) : "(end)")
        now:      \(at < new.count ? String(new[at].prefix(300)) : "(end)")
        """,
        sourceLocation: sourceLocation
    )
}
