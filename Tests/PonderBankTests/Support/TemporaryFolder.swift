import Foundation

/// Makes an empty folder for the duration of a function and removes it after.
func withTemporaryFolder<Result>(
    _ body: (_ path: String) async throws -> Result
) async throws -> Result {
    let path = NSTemporaryDirectory() + "ponder-bank-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(path)
}
