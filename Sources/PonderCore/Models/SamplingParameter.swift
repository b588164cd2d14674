/// A sampling parameter that a model may or may not take.
public enum SamplingParameter: String, Hashable, Sendable, Codable, CaseIterable {
    /// The softmax temperature.
    case temperature
    /// Nucleus sampling.
    case topP = "top-p"
    /// Sampling among the k likeliest tokens.
    case topK = "top-k"
    /// Sampling among tokens above a share of the likeliest one's probability.
    case minP = "min-p"
    /// A named level of thinking effort.
    case effort
}
