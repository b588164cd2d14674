public import PonderCore
public import PonderRecord

/// How an invocation of a run ended.
public struct RunOutcome: Sendable {
    /// How it ended.
    public var status: EndRecord.Status

    /// What went wrong, if something did.
    public var message: String?

    /// What this invocation was billed.
    public var billed: Spend

    /// The problems in which a model call failed.
    public var failures: Int
}
