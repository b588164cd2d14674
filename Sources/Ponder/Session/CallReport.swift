public import PonderCore

/// What happened behind one call, for diagnostics: nothing in a search depends on it.
public struct CallReport: Hashable, Sendable {
    /// The call's issue number in its search, from 0.
    public var call: Int
    /// The role that was called.
    public var role: Role
    /// The draw that was asked for.
    public var address: DrawAddress
    /// Whether the reply was recorded before; `nil` when there was none.
    public var wasRecorded: Bool?
    /// The reply's end; `nil` when there was none.
    public var finish: FinishReason?
    /// What the reply used; `nil` when there was none.
    public var usage: Usage?
    /// The number of failed attempts that are charged with the call.
    public var failedAttempts: Int
    /// The last failure, when there was no reply.
    public var error: ModelError?
}
