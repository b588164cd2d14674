/// Why a search ended.
public enum StopReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// The strategy did all that it set out to do.
    case finished
    /// The budget refused a call.
    case budget
    /// The deadline passed.
    case deadline
    /// The search was cancelled.
    case cancelled
    /// The strategy's own rule found more spending pointless.
    case rule
    /// A verifier was certain.
    case verified
}
