public import PonderCore

/// Attempts of dead invocations that nobody settled, now billed as reserved.
public struct AbandonedEntries: Hashable, Sendable {
    /// How many there were.
    public var count: Int

    /// What they were billed together.
    public var billed: Spend

    /// Creates a description.
    public init(count: Int, billed: Spend) {
        self.count = count
        self.billed = billed
    }
}
