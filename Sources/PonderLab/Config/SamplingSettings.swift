import PonderCore

/// The sampling keys of a config.
enum SamplingSettings {
    /// The keys in the order in which their sweeps expand.
    static let specs = [
        SettingSpec("temperature", .number(0...100), "The softmax temperature; 0 is greedy."),
        SettingSpec(
            "top-p",
            .number(0...1, excludesLowerBound: true),
            "Sample among the smallest set of tokens with this probability."
        ),
        SettingSpec("top-k", .integer(1...1_000_000), "Sample among this many likeliest tokens."),
        SettingSpec(
            "min-p",
            .number(0...1),
            "Sample among tokens with this share of the likeliest one's probability."
        ),
        SettingSpec(
            "max-output-tokens",
            .integer(1...10_000_000),
            default: .integer(standardOutputTokens),
            "The most output tokens of a reply, thinking included."
        ),
        SettingSpec("effort", .text, "The level of thinking effort, in the model's words."),
        SettingSpec(
            "max-thinking-tokens",
            .integer(1...10_000_000),
            "The most tokens of thinking, where the model can limit them."
        ),
        SettingSpec("stop", .list, "The strings that end a reply."),
    ]

    /// The sampling options of checked values, with the default where there is none.
    static func options(_ values: [String: SettingValue]) -> SamplingOptions {
        SamplingOptions(
            temperature: number(values["temperature"]),
            topP: number(values["top-p"]),
            topK: integer(values["top-k"]),
            minP: number(values["min-p"]),
            maxOutputTokens: integer(values["max-output-tokens"]) ?? standardOutputTokens,
            effort: text(values["effort"]),
            maxThinkingTokens: integer(values["max-thinking-tokens"])
        )
    }

    /// The strings that end a reply.
    static func stop(_ values: [String: SettingValue]) -> [String] {
        if case .list(let stop) = values["stop"] { stop } else { [] }
    }

    private static let standardOutputTokens = 512

    private static func number(_ value: SettingValue?) -> Double? {
        if case .number(let value) = value { value } else { nil }
    }

    private static func integer(_ value: SettingValue?) -> Int? {
        if case .integer(let value) = value { value } else { nil }
    }

    private static func text(_ value: SettingValue?) -> String? {
        if case .text(let value) = value { value } else { nil }
    }
}
