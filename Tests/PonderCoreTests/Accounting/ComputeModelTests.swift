import PonderCore
import Testing

@Suite
struct ComputeModelTests {
    /// A model like Llama 3.2 1B, without an output head so that only the body counts.
    private let body = ComputeModel(
        nonEmbeddingParameters: 1_240_000_000,
        layers: 16,
        width: 2048,
        vocabulary: 0
    )

    @Test
    func `a prompt and a reply of 500 tokens cost what the formula says`() {
        // 2 · 1.24e9 · 500 + 2 · 16 · 2048 · 500²
        let prefill = body.operations(promptTokens: 500, outputTokens: 0)
        #expect(prefill == 1_256_384_000_000)
        // 2 · 1.24e9 · 500 + 4 · 16 · 2048 · (500 · 500 + 500 · 499 / 2)
        let both = body.operations(promptTokens: 500, outputTokens: 500)
        #expect(both - prefill == 1_289_119_232_000)
    }

    @Test
    func `a shared prompt nearly halves eight samples`() {
        let whole = body.operations(promptTokens: 500, outputTokens: 500)
        let cached = body.operations(
            promptTokens: 500,
            cachedPromptTokens: 500,
            outputTokens: 500
        )
        #expect(whole + 7 * cached == 11_569_337_856_000)
        #expect(8 * whole == 20_364_025_856_000)
    }

    @Test
    func `the head is counted for each generated token and once for a prompt`() {
        let head = ComputeModel(nonEmbeddingParameters: 0, layers: 0, width: 10, vocabulary: 100)
        #expect(head.operations(promptTokens: 7, outputTokens: 0) == 2000)
        #expect(head.operations(promptTokens: 7, outputTokens: 3) == 8000)
        #expect(head.operations(promptTokens: 0, outputTokens: 3) == 6000)
        #expect(head.operations(promptTokens: 0, outputTokens: 0) == 0)
    }

    @Test
    func `a prompt in two parts costs as much as in one, but for the head`() {
        let model = ComputeModel(
            nonEmbeddingParameters: 1000,
            layers: 3,
            width: 8,
            attentionWidth: 16,
            vocabulary: 50
        )
        let whole = model.operations(promptTokens: 90, outputTokens: 5)
        let start = model.operations(promptTokens: 40, outputTokens: 0)
        let rest = model.operations(promptTokens: 90, cachedPromptTokens: 40, outputTokens: 5)
        #expect(start + rest - whole == 2 * 8 * 50)
    }

    @Test
    func `the longest contexts do not overflow`() {
        let huge = ComputeModel(
            nonEmbeddingParameters: 1_000_000_000_000,
            layers: 200,
            width: 32_768,
            vocabulary: 500_000
        )
        let million = 1_000_000
        #expect(huge.operations(promptTokens: million, outputTokens: million) > Int128(Int.max))
    }
}
