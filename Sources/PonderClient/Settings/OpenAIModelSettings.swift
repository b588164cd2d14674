public import PonderCore

/// Everything that must be said of a model behind an OpenAI-compatible server.
public struct OpenAIModelSettings: Sendable {
    /// Where the server listens, with the path of its endpoints.
    public var address: ServerAddress

    /// The server's name of the model.
    public var model: String

    /// The key, for servers that want one.
    public var key: APIKey?

    /// What keys recorded draws; by default provider `openai` and the model's name.
    public var identity: ModelIdentity

    /// The endpoint that the model is called through.
    public var endpoint: OpenAIEndpoint

    /// What the server takes and gives.
    public var dialect: OpenAIDialect

    /// Fields that are added to every request as they stand, for example
    /// `{"chat_template_kwargs": {"enable_thinking": false}}`.
    ///
    /// They are not part of the key of recorded draws: say in ``identity`` what they change.
    public var extraFields: ExtraFields

    /// When replies are streamed.
    public var streaming: StreamingMode

    /// The most choices that one call may ask for, at least 1.
    public var drawsPerCall: Int

    /// How the tokens of a prompt are bounded.
    public var tokenCounting: TokenCounting

    /// How long a call may take.
    public var timeouts: CallTimeouts

    /// The number of calls that may be in flight, at least 1; the caller keeps to it.
    ///
    /// The connection pool has room for this many calls and as many token counts.
    public var concurrency: Int

    /// The longest reply, line or event that is read, in bytes; a longer one is an error.
    ///
    /// A stream may be sixteen times as long, since every token comes in an envelope.
    public var maximumReplyBytes: Int

    /// How failed attempts are to be tried again; applied by the search session, not by the model.
    public var retry: RetryPolicy

    /// Creates settings with the defaults of everything but address, model and dialect.
    public init(address: ServerAddress, model: String, dialect: OpenAIDialect) {
        self.address = address
        self.model = model
        self.dialect = dialect
        key = nil
        identity = ModelIdentity(provider: "openai", name: model)
        endpoint = .chat
        extraFields = .none
        streaming = .whenWatched
        drawsPerCall = 1
        tokenCounting = .bytes
        timeouts = CallTimeouts()
        concurrency = 8
        maximumReplyBytes = 64 << 20
        retry = RetryPolicy()
    }

    /// What the model can do, by these declarations.
    public var capabilities: ModelCapabilities {
        var separatesThinking = true
        if case .none = dialect.thinking { separatesThinking = false }
        return ModelCapabilities(
            topLogProbabilities: dialect.topLogProbabilities,
            continuesPartialReply: endpoint != .chat || dialect.continuation != nil,
            acceptsSeed: dialect.acceptsSeed,
            isRepeatable: false,
            constraints: constraintKinds,
            drawsPerCall: drawsPerCall,
            countsTokensExactly: tokenCounting == .llamaServer,
            separatesThinking: separatesThinking,
            samplingParameters: dialect.samplingParameters
        )
    }

    /// Plain completions have no `response_format`.
    private var constraintKinds: Set<Constraint.Kind> {
        if endpoint != .chat, dialect.constraints == .responseFormat { return [] }
        return dialect.constraints.kinds
    }

    /// Checks what cannot be checked one by one.
    ///
    /// - Throws: `ModelError` with code `badRequest` that names the setting.
    func validate() throws {
        func failure(_ message: String) -> ModelError {
            ModelError(.badRequest, message, isFatal: true, usage: Usage.none)
        }
        guard drawsPerCall >= 1 else {
            throw failure("drawsPerCall must be at least 1, not \(drawsPerCall)")
        }
        guard concurrency >= 1 else {
            throw failure("concurrency must be at least 1, not \(concurrency)")
        }
        guard maximumReplyBytes >= 1024 else {
            throw failure("maximumReplyBytes must be at least 1024, not \(maximumReplyBytes)")
        }
        if dialect.continuation == .appliedTemplate, dialect.thinking == .field {
            throw failure(
                "a partial reply continued through the applied template comes as plain text:"
                    + " declare the tags around thinking instead of a field"
            )
        }
    }
}
