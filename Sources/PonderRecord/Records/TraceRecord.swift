public import PonderCore

/// The trace of one search's realised run.
public struct TraceRecord: Hashable, Sendable, Codable {
    /// The row.
    public var row: Int
    /// The problem's id.
    public var problem: String
    /// The epoch, from 0.
    public var epoch: Int
    /// What happened, in logical order.
    public var events: [TraceEvent]

    /// Creates a record.
    public init(row: Int, problem: String, epoch: Int, events: [TraceEvent]) {
        self.row = row
        self.problem = problem
        self.epoch = epoch
        self.events = events
    }
}
