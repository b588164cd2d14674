import Ponder
import PonderClient
import PonderLab

/// The provider `openai`: any server that speaks the OpenAI wire format.
enum OpenAIProvider {
    static let id = "openai"

    private static let dialects = OpenAIDialect.presets.map(\.name)

    /// What a config may say of such a model.
    static let spec = ProviderSpec(
        id: id,
        summary: "A server that speaks the OpenAI wire format, over HTTP.",
        settings: [
            SettingSpec(
                "base-url",
                .text,
                isRequired: true,
                "The address up to and with /v1, for example http://127.0.0.1:8080/v1."
            ),
            SettingSpec("model", .text, isRequired: true, "The server's name of the model."),
            SettingSpec("revision", .text, "What tells two versions of one name apart."),
            SettingSpec("api-key", .text, "The provider's key, as ${NAME} of the environment."),
            SettingSpec(
                "dialect",
                .choice(dialects),
                default: .text("generic"),
                "Which parameters the server takes, and how."
            ),
            SettingSpec(
                "endpoint",
                .choice(["chat", "completions"]),
                default: .text("chat"),
                "Which endpoint is called; completions joins the messages with blank lines, for base models."
            ),
            SettingSpec(
                "top-log-probabilities",
                .integer(0...100),
                "The most alternatives per token that the server returns; the dialect's by default."
            ),
            SettingSpec(
                "seeds",
                .flag,
                "Whether the server takes seeds; the dialect's by default."
            ),
            SettingSpec(
                "count-tokens",
                .choice(["bytes", "llama.cpp"]),
                default: .text("bytes"),
                "How prompts are bounded: by their bytes, or counted by a llama.cpp server."
            ),
            SettingSpec(
                "template-overhead",
                .integer(0...1_000_000),
                default: .integer(256),
                "The tokens that a chat template adds at most, where prompts are bounded by bytes."
            ),
            SettingSpec(
                "thinking",
                .choice(["none", "field", "tags", "hidden"]),
                "How thinking comes apart from the answer; the dialect's way by default."
            ),
            SettingSpec(
                "first-byte-timeout",
                .number(0...86_400, excludesLowerBound: true),
                default: .number(600),
                "The longest wait for the first byte of a reply, in seconds."
            ),
            SettingSpec(
                "idle-timeout",
                .number(0...86_400, excludesLowerBound: true),
                default: .number(120),
                "The longest silence within a reply, in seconds."
            ),
            SettingSpec(
                "total-timeout",
                .number(0...86_400, excludesLowerBound: true),
                default: .number(1800),
                "The longest time of one call, in seconds."
            ),
        ],
        secretSettings: ["api-key"],
        transportSettings: [
            "base-url", "first-byte-timeout", "idle-timeout", "total-timeout",
        ]
    )

    /// The client's settings of a model.
    ///
    /// - Throws: ``ModelError`` for an address or a key that cannot be used.
    static func settings(
        of model: ModelConfig,
        retries: RetryPolicy,
        concurrency: Int
    ) throws -> OpenAIModelSettings {
        let values = model.settings
        var dialect = OpenAIDialect.preset(named: values.text("dialect")) ?? .generic
        if let count = values.optionalInteger("top-log-probabilities") {
            dialect.topLogProbabilities = count
        }
        if case .flag(let seeds)? = values.values["seeds"] { dialect.acceptsSeed = seeds }
        switch values.optionalText("thinking") {
        case "none": dialect.thinking = .none
        case "field": dialect.thinking = .field
        case "tags": dialect.thinking = .tags(ThinkingTags())
        case "hidden": dialect.thinking = .hidden
        default: break
        }
        var settings = OpenAIModelSettings(
            address: try ServerAddress(values.text("base-url")),
            model: values.text("model"),
            dialect: dialect
        )
        settings.identity = ModelIdentity(
            provider: id,
            name: values.text("model"),
            revision: values.optionalText("revision") ?? ""
        )
        settings.key = try model.secrets["api-key"].map {
            try APIKey($0.value, variable: $0.variable)
        }
        settings.endpoint =
            values.text("endpoint") == "chat" ? .chat : .completions(separator: "\n\n")
        settings.tokenCounting =
            values.text("count-tokens") == "llama.cpp"
            ? .llamaServer
            : .bytes(perMessage: 16, fixed: values.integer("template-overhead"))
        settings.timeouts = CallTimeouts(
            firstByte: .seconds(values.number("first-byte-timeout")),
            idle: .seconds(values.number("idle-timeout")),
            total: .seconds(values.number("total-timeout"))
        )
        settings.concurrency = concurrency
        settings.retry = retries
        return settings
    }
}
