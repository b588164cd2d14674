/// How long a call may take, in parts and in all.
public struct CallTimeouts: Hashable, Sendable {
    /// The longest time to make a connection.
    public var connect: Duration

    /// The longest time until the server begins to answer, connecting included.
    ///
    /// A collected reply begins to arrive when it is complete.
    public var firstByte: Duration

    /// The longest silence of a server that has begun to answer.
    public var idle: Duration

    /// The longest time in all.
    public var total: Duration

    /// Creates limits: by default 10 s, 10 min, 2 min and 30 min.
    ///
    /// - Precondition: all are positive.
    public init(
        connect: Duration = .seconds(10),
        firstByte: Duration = .seconds(600),
        idle: Duration = .seconds(120),
        total: Duration = .seconds(1800)
    ) {
        let all = [connect, firstByte, idle, total]
        precondition(all.allSatisfy { $0 > .zero }, "timeouts must be positive: \(all)")
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }
}
