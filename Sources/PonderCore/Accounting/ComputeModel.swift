/// How many floating-point operations a transformer needs.
///
/// Two per non-embedding parameter and token; attention by context, `4 · layers · attentionWidth`
/// per token and position attended to; the output head, `2 · width · vocabulary`, once per
/// generated token and once for the last position of a prompt.
///
/// Source: Kaplan et al., "Scaling Laws for Neural Language Models", 2020, arXiv 2001.08361, with
/// the causal sums written out.
public struct ComputeModel: Hashable, Sendable, Codable {
    /// The parameters outside the embedding and the output head; active ones for a mixture.
    public var nonEmbeddingParameters: Int

    /// The number of layers.
    public var layers: Int

    /// The width of the residual stream.
    public var width: Int

    /// Heads times head dimension.
    public var attentionWidth: Int

    /// The size of the vocabulary.
    public var vocabulary: Int

    /// Creates a compute model.
    public init(
        nonEmbeddingParameters: Int,
        layers: Int,
        width: Int,
        attentionWidth: Int? = nil,
        vocabulary: Int
    ) {
        precondition(nonEmbeddingParameters >= 0, "nonEmbeddingParameters cannot be negative")
        precondition(layers >= 0 && width >= 0 && vocabulary >= 0, "sizes cannot be negative")
        self.nonEmbeddingParameters = nonEmbeddingParameters
        self.layers = layers
        self.width = width
        self.attentionWidth = attentionWidth ?? width
        self.vocabulary = vocabulary
    }

    /// Returns the operations of one call.
    ///
    /// - Parameters:
    ///   - promptTokens: all tokens of the prompt.
    ///   - cachedPromptTokens: those of them, from the start, whose keys and values are at hand.
    ///   - outputTokens: the tokens generated.
    /// - Complexity: O(1).
    public func operations(
        promptTokens: Int,
        cachedPromptTokens: Int = 0,
        outputTokens: Int
    ) -> Int128 {
        let prompt = Int128(promptTokens)
        let cached = Int128(min(cachedPromptTokens, promptTokens))
        let output = Int128(outputTokens)
        let attention = Int128(layers) * Int128(attentionWidth)
        let dense = 2 * Int128(nonEmbeddingParameters) * (prompt - cached + output)
        let prefill = 2 * attention * (prompt * prompt - cached * cached)
        let decode = output == 0 ? 0 : 4 * attention * (output * prompt + output * (output - 1) / 2)
        let positions = output + (prompt > 0 ? 1 : 0)
        let head = 2 * Int128(width) * Int128(vocabulary) * positions
        return dense + prefill + decode + head
    }
}
