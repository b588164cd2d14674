/// The `usage` object of a reply, as the server wrote it.
package struct WireUsage: Hashable, Sendable {
    /// All tokens of the prompt.
    package var promptTokens: Int?
    /// The tokens of all choices; some servers leave hidden thinking out.
    package var completionTokens: Int?
    /// Everything that is billed.
    package var totalTokens: Int?
    /// The part of the prompt that was served from a cache.
    package var cachedTokens: Int?
    /// The part of the output that was thinking.
    package var reasoningTokens: Int?

    /// Creates a usage.
    package init(
        promptTokens: Int? = nil,
        completionTokens: Int? = nil,
        totalTokens: Int? = nil,
        cachedTokens: Int? = nil,
        reasoningTokens: Int? = nil
    ) {
        self.promptTokens = promptTokens
        self.completionTokens = completionTokens
        self.totalTokens = totalTokens
        self.cachedTokens = cachedTokens
        self.reasoningTokens = reasoningTokens
    }

    /// Reads a `usage` object.
    package init(json: JSONValue) {
        promptTokens = Self.count(json["prompt_tokens"])
        completionTokens = Self.count(json["completion_tokens"])
        totalTokens = Self.count(json["total_tokens"])
        cachedTokens = Self.count(json["prompt_tokens_details"]?["cached_tokens"])
        reasoningTokens = Self.count(json["completion_tokens_details"]?["reasoning_tokens"])
    }

    /// Reads the `timings` object of llama.cpp, which counts what it computed.
    package init(timings json: JSONValue) {
        cachedTokens = Self.count(json["cache_n"])
        completionTokens = Self.count(json["predicted_n"])
        if let computed = Self.count(json["prompt_n"]), let cached = cachedTokens {
            promptTokens = computed + cached
        }
    }

    /// The most tokens that one reply can plausibly report; more is treated as not reported.
    private static let plausible = 0...(1 << 40)

    private static func count(_ json: JSONValue?) -> Int? {
        guard let value = json?.integer, plausible.contains(value) else { return nil }
        return value
    }

    /// Fills the figures that are missing from another usage of the same reply.
    package func filled(from other: WireUsage) -> WireUsage {
        WireUsage(
            promptTokens: promptTokens ?? other.promptTokens,
            completionTokens: completionTokens ?? other.completionTokens,
            totalTokens: totalTokens ?? other.totalTokens,
            cachedTokens: cachedTokens ?? other.cachedTokens,
            reasoningTokens: reasoningTokens ?? other.reasoningTokens
        )
    }
}
