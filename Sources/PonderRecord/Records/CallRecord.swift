public import PonderCore

/// One call of a search's realised run, and where its reply came from.
public struct CallRecord: Hashable, Sendable, Codable {
    /// Where a reply came from.
    public enum Source: String, Hashable, Sendable, Codable {
        /// A model, now.
        case model
        /// The draw bank.
        case bank
    }

    /// The row; `nil` for draws taken to fill a pool.
    public var row: Int?
    /// The problem's id.
    public var problem: String
    /// The epoch, from 0.
    public var epoch: Int
    /// The call's issue number in its search, from 0.
    public var call: Int
    /// The role that was called.
    public var role: Role
    /// The draw's key and index.
    public var draw: String
    /// Where the reply came from; `nil` when there was none.
    public var source: Source?
    /// Why the reply ended; `nil` when there was none.
    public var finish: FinishReason?
    /// What the reply used; `nil` when there was none.
    public var usage: Usage?
    /// The number of failed attempts before the reply.
    public var failedAttempts: Int
    /// The last failure, when there was no reply.
    public var error: String?

    /// Creates a record.
    public init(
        row: Int?,
        problem: String,
        epoch: Int,
        call: Int,
        role: Role,
        draw: String,
        source: Source?,
        finish: FinishReason?,
        usage: Usage?,
        failedAttempts: Int,
        error: String?
    ) {
        self.row = row
        self.problem = problem
        self.epoch = epoch
        self.call = call
        self.role = role
        self.draw = draw
        self.source = source
        self.finish = finish
        self.usage = usage
        self.failedAttempts = failedAttempts
        self.error = error
    }
}
