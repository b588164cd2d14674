/// What a server says of itself.
public struct ServerReport: Hashable, Sendable {
    /// What a llama.cpp server says of the model that it runs.
    public struct LlamaServer: Hashable, Sendable {
        /// The number of calls that it works on at a time; also the most choices of one call.
        public var slots: Int?
        /// The context of each slot in tokens.
        public var contextTokens: Int?
        /// The file of the model.
        public var modelPath: String?

        /// Creates a description.
        public init(slots: Int? = nil, contextTokens: Int? = nil, modelPath: String? = nil) {
            self.slots = slots
            self.contextTokens = contextTokens
            self.modelPath = modelPath
        }
    }

    /// The names of the models that are served; `nil` when the server does not list them.
    public var models: [String]?

    /// What a llama.cpp server says of itself; `nil` for other servers.
    public var llamaServer: LlamaServer?

    /// Creates a report.
    public init(models: [String]? = nil, llamaServer: LlamaServer? = nil) {
        self.models = models
        self.llamaServer = llamaServer
    }
}
