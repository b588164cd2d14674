/// A language model that continues a conversation.
///
/// A search session is the only caller of a model inside a search; it calls ``tokenUpperBound(of:)``
/// once and ``generate(_:onDelta:)`` once per attempt. Both may be called from many tasks at a time.
///
/// ## Implementing
///
/// - One call of ``generate(_:onDelta:)`` is one attempt: do not retry inside. The session reserves
///   budget for every attempt, so a hidden retry would break the cap. Say in
///   ``ModelError/isRetryable`` what may be tried again.
/// - Produce at most ``SamplingOptions/maxOutputTokens`` tokens. A model that reports more is charged
///   what it reported and is not called again.
/// - Honour cancellation within one token step or one network abort, by throwing
///   `CancellationError`.
/// - ``identity`` and ``capabilities`` never change while the model is in use.
///
/// Run `LanguageModelConformance` of `PonderTestKit` over every implementation.
public protocol LanguageModel: Sendable {
    /// What keys recorded draws: two models with equal identities are interchangeable.
    var identity: ModelIdentity { get }

    /// What the model can do; strategies that need more are refused before anything is spent.
    var capabilities: ModelCapabilities { get }

    /// Returns an upper bound of the prompt tokens that the provider will bill for a request.
    ///
    /// The bound depends on the request only: never on earlier calls or on time.
    /// - Throws: ``ModelError`` when the bound needs the network and the network fails.
    @concurrent func tokenUpperBound(of request: ModelRequest) async throws -> Int

    /// Makes one attempt to continue the conversation of a request.
    ///
    /// - Parameters:
    ///   - request: the conversation, and how to draw the rest.
    ///   - onDelta: receives pieces of the reply as they arrive, in order, when someone watches; the
    ///     returned reply is complete either way.
    /// - Throws: ``ModelError``, or `CancellationError` when the task was cancelled.
    @concurrent func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply
}
