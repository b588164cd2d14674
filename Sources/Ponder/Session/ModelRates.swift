/// The speeds that modelled seconds assume of a model; they never change a decision.
public struct ModelRates: Hashable, Sendable {
    /// Prompt tokens a second.
    public var prefill: Double

    /// Output tokens a second of one stream.
    public var decode: Double

    /// Creates rates; both must be positive.
    public init(prefill: Double = 1000, decode: Double = 50) {
        precondition(prefill > 0 && decode > 0, "rates must be positive")
        self.prefill = prefill
        self.decode = decode
    }

    /// The modelled time of one call in microseconds, rounded.
    func microseconds(freshPromptTokens: Int, outputTokens: Int) -> Int {
        let seconds = Double(freshPromptTokens) / prefill + Double(outputTokens) / decode
        return Int((seconds * 1e6).rounded())
    }
}
