import Foundation

/// The real server that the environment names for the live tests.
enum LiveServer {
    private static let environment = ProcessInfo.processInfo.environment

    /// The address of its OpenAI endpoints.
    static let baseURL = environment["PONDER_LIVE_BASE_URL"]

    /// The name of a model that it serves.
    static let model = environment["PONDER_LIVE_MODEL"]

    /// Whether there is one.
    static let isConfigured = baseURL != nil && model != nil
}
