/// A run log as it was read: the header and every record, in order.
public struct RunLog: Hashable, Sendable {
    /// The first line.
    public var header: RunHeader
    /// The draws of each problem.
    public var pools: [PoolRecord]
    /// The calls of realised runs.
    public var calls: [CallRecord]
    /// The traces of realised runs.
    public var traces: [TraceRecord]
    /// The results; at most one per row, problem and epoch: the last one written.
    public var results: [ResultRecord]
    /// How the last invocation ended; `nil` if it was killed or still runs.
    public var end: EndRecord?

    /// Creates a log.
    public init(
        header: RunHeader,
        pools: [PoolRecord] = [],
        calls: [CallRecord] = [],
        traces: [TraceRecord] = [],
        results: [ResultRecord] = [],
        end: EndRecord? = nil
    ) {
        self.header = header
        self.pools = pools
        self.calls = calls
        self.traces = traces
        self.results = results
        self.end = end
    }

    /// The name of the log's file in a run's folder.
    public static let fileName = "run.jsonl"
}
