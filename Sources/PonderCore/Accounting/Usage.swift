/// The tokens that one attempt at a model call used.
///
/// `cachedPrompt` is part of `prompt`, and `reasoning` is part of `output`.
public struct Usage: Hashable, Sendable, Codable {
    /// All tokens of the prompt, cached ones included.
    public var prompt: TokenCount

    /// The tokens of the prompt that the provider did not have to compute again.
    public var cachedPrompt: TokenCount

    /// All tokens that were generated, reasoning included.
    public var output: TokenCount

    /// The tokens of the output that were spent on thinking.
    public var reasoning: TokenCount

    /// Creates a usage.
    public init(
        prompt: TokenCount,
        cachedPrompt: TokenCount = .reported(0),
        output: TokenCount,
        reasoning: TokenCount = .reported(0)
    ) {
        self.prompt = prompt
        self.cachedPrompt = cachedPrompt
        self.output = output
        self.reasoning = reasoning
    }

    /// Nothing used: what an attempt costs that never reached a model.
    public static let none = Usage(prompt: .reported(0), output: .reported(0))

    /// The worst that a call can use, for one that ended without saying what it used.
    public static func bound(promptTokens: Int, outputTokens: Int) -> Usage {
        Usage(prompt: .bounded(promptTokens), output: .bounded(outputTokens))
    }

    /// Prompt and output tokens together.
    public var totalTokens: Int { prompt.value + output.value }
}
