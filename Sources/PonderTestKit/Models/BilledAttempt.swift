public import PonderCore

/// One line of the bill that a ``FaultyModel`` keeps of itself.
public struct BilledAttempt: Hashable, Sendable {
    /// The seed of the draw, which tells draws apart.
    public var seed: UInt64

    /// The output limit of the request.
    public var outputLimit: Int

    /// What was really used.
    public var used: Usage

    /// Whether the caller was told what was used.
    public var isKnown: Bool
}
