internal import AsyncHTTPClient
public import PonderCore
internal import PonderWire

/// A language model behind an OpenAI-compatible server.
///
/// Every call is one attempt. What the settings do not declare is refused before anything is sent;
/// a seed is sent where the dialect takes one. Open one with `withOpenAIModel`.
public struct OpenAIModel: LanguageModel {
    /// Everything that was declared of the model.
    public let settings: OpenAIModelSettings

    /// What keys recorded draws.
    public var identity: ModelIdentity { settings.identity }

    /// What the model can do, by its settings.
    public let capabilities: ModelCapabilities

    let transport: HTTPTransport
    let builder: RequestBuilder

    init(settings: OpenAIModelSettings, client: HTTPClient, clock: any Clock<Duration>) {
        self.settings = settings
        capabilities = settings.capabilities
        let watch = CallWatch(timeouts: settings.timeouts, clock: clock)
        transport = HTTPTransport(client: client, key: settings.key, watch: watch)
        builder = RequestBuilder(settings: settings)
    }

    /// Makes one attempt to continue the conversation of a request.
    ///
    /// The sink receives pieces of the reply as they arrive, when someone watches.
    /// - Returns: the whole reply.
    /// - Throws: `ModelError`, or `CancellationError` when the task was cancelled.
    @concurrent public func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        try await draw(request, count: 1, onDelta: onDelta).replies[0]
    }

    /// Makes one attempt at several draws in one call, with the server's `n`.
    ///
    /// Draws that did not come are missing from the batch, with an error that says so. Tokens that
    /// the server reports for all draws together are apportioned and marked as counted. The count
    /// is at most ``OpenAIModelSettings/drawsPerCall``.
    /// - Returns: at least one reply.
    /// - Throws: `ModelError`, or `CancellationError` when the task was cancelled.
    @concurrent public func generate(_ request: ModelRequest, count: Int) async throws -> DrawBatch
    {
        try await draw(request, count: count, onDelta: nil)
    }
}
