public import PonderCore
import Synchronization

/// A model that says what a test tells it to, and remembers what it was asked.
///
/// Its tokens are words. The bound of a prompt is loose, its bytes, unless the capabilities promise
/// exact counts; the reported usage is exact.
public final class ScriptedModel: LanguageModel {
    /// Returns the reply to a request that was drawn with a seed.
    public typealias Script = @Sendable (ModelRequest, UInt64) async throws -> ScriptedReply

    /// The identity that keys its draws.
    public let identity: ModelIdentity

    /// What the test says that it can do.
    public let capabilities: ModelCapabilities

    private let script: Script
    private let asked = Mutex<[ModelRequest]>([])

    /// Creates a model that follows a script.
    public init(
        _ identity: ModelIdentity = ModelIdentity(provider: "test", name: "scripted"),
        capabilities: ModelCapabilities = ScriptedModel.everything,
        script: @escaping Script
    ) {
        self.identity = identity
        self.capabilities = capabilities
        self.script = script
    }

    /// Creates a model that gives these replies in the order in which it is called, and then fails.
    ///
    /// The order of calls is that of their issue at concurrency 1 only.
    public convenience init(
        _ identity: ModelIdentity = ModelIdentity(provider: "test", name: "scripted"),
        capabilities: ModelCapabilities = ScriptedModel.everything,
        replies: [ScriptedReply]
    ) {
        let next = Counter()
        self.init(identity, capabilities: capabilities) { _, _ in
            let index = next.next()
            guard index < replies.count else {
                throw ModelError(.exhausted, "the script has \(replies.count) replies")
            }
            return replies[index]
        }
    }

    /// A model that can do everything, repeatably.
    public static let everything = ModelCapabilities(
        topLogProbabilities: 20,
        continuesPartialReply: true,
        acceptsSeed: true,
        isRepeatable: true,
        separatesThinking: true,
        samplingParameters: Set(SamplingParameter.allCases)
    )

    /// The requests so far, in the order of their arrival.
    public var calls: [ModelRequest] { asked.withLock { $0 } }

    /// Returns the prompt's bytes and sixteen for each message, or the exact count where promised.
    public func tokenUpperBound(of request: ModelRequest) -> Int {
        if capabilities.countsTokensExactly { return ScriptedReply.promptTokens(of: request) }
        let texts = request.messages.map(\.text) + [request.partialReply].compactMap(\.self)
        return texts.reduce(16 * request.messages.count) { $0 + $1.utf8.count }
    }

    /// Replies by the script.
    @concurrent
    public func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        asked.withLock { $0.append(request) }
        try Task.checkCancellation()
        let reply = try await script(request, request.seed ?? 0).reply(to: request)
        if let thinking = reply.thinking { onDelta?(.thinking(thinking)) }
        onDelta?(.text(reply.text))
        return reply
    }
}
