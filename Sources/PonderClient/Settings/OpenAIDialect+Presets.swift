internal import PonderCore

extension OpenAIDialect {
    /// A server of which nothing is known.
    public static let generic = OpenAIDialect()

    /// A llama.cpp server.
    public static let llamaServer: OpenAIDialect = {
        var dialect = OpenAIDialect()
        dialect.samplingParameters = [.temperature, .topP, .topK, .minP]
        dialect.acceptsSeed = true
        dialect.topLogProbabilities = 20
        dialect.thinking = .field
        dialect.continuation = .lastMessage
        dialect.constraints = .llamaServer
        dialect.choiceUsage = .perChoice
        dialect.acceptsStreamOptions = true
        return dialect
    }()

    /// A vLLM server, from 0.11.
    public static let vllm: OpenAIDialect = {
        var dialect = OpenAIDialect()
        dialect.samplingParameters = [.temperature, .topP, .topK, .minP]
        dialect.acceptsSeed = true
        dialect.topLogProbabilities = 20
        dialect.thinking = .field
        dialect.continuation = .continueFinalMessage
        dialect.constraints = .structuredOutputs
        dialect.acceptsStreamOptions = true
        return dialect
    }()

    /// A chat model at OpenAI.
    public static let openAI: OpenAIDialect = {
        var dialect = OpenAIDialect()
        dialect.outputLimit = .maxCompletionTokens
        dialect.acceptsSeed = true
        dialect.topLogProbabilities = 20
        dialect.constraints = .responseFormat
        dialect.acceptsStreamOptions = true
        return dialect
    }()

    /// A reasoning model at OpenAI: effort, but no temperature, stop strings or log-probabilities.
    public static let openAIReasoning: OpenAIDialect = {
        var dialect = OpenAIDialect()
        dialect.outputLimit = .maxCompletionTokens
        dialect.samplingParameters = [.effort]
        dialect.acceptsStop = false
        dialect.thinking = .hidden
        dialect.constraints = .responseFormat
        dialect.acceptsStreamOptions = true
        return dialect
    }()

    /// The presets by the names that configs use, in the order of the documentation.
    public static let presets: [(name: String, dialect: OpenAIDialect)] = [
        ("generic", .generic),
        ("llama.cpp", .llamaServer),
        ("vllm", .vllm),
        ("openai", .openAI),
        ("openai-reasoning", .openAIReasoning),
    ]

    /// Returns the preset of a name; `nil` if there is none.
    public static func preset(named name: String) -> OpenAIDialect? {
        presets.first { $0.name == name }?.dialect
    }
}
