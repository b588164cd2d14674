/// Why a reply ended.
public enum FinishReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The model ended its turn, or a stop string did.
    case stop
    /// The output limit was reached.
    case length
    /// The provider or the model refused to answer.
    case refused
    /// The call was cut off by a cancellation or a deadline.
    case aborted
    /// The provider gave a reason that is not known, or none.
    case unknown
}
