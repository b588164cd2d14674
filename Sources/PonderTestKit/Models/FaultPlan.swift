/// How often a ``FaultyModel`` does what: chances in thousandths, of each attempt.
public struct FaultPlan: Hashable, Sendable {
    /// Fails, may be tried again, and says what was used.
    public var knownFailure = 0

    /// Fails and may be tried again, without a word on what was used.
    public var unknownFailure = 0

    /// Could not be reached: fails, may be tried again, and used nothing.
    public var unreached = 0

    /// Fails for good, without a word on what was used.
    public var permanentFailure = 0

    /// Fails so that no further call can succeed.
    public var fatalFailure = 0

    /// Replies, but says only that no more than the bound was used.
    public var missingUsage = 0

    /// Uses more than it was allowed to.
    public var overLimit = 0

    /// Takes a hundred times as long as any other.
    public var slow = 0

    /// The most turns of the scheduler that an attempt takes, unless it is slow.
    public var latency = 0

    /// Creates a plan without faults and latency.
    public init() {}

    /// What becomes of an attempt.
    enum Fate: Sendable {
        case knownFailure
        case unknownFailure
        case unreached
        case permanentFailure
        case fatalFailure
        case missingUsage
        case overLimit
        case reply
    }

    /// The fate at a place in `0..<1000`.
    func fate(at place: Int) -> Fate {
        let chances: [(Int, Fate)] = [
            (knownFailure, .knownFailure), (unknownFailure, .unknownFailure),
            (unreached, .unreached), (permanentFailure, .permanentFailure),
            (fatalFailure, .fatalFailure), (missingUsage, .missingUsage), (overLimit, .overLimit),
        ]
        var end = 0
        for (chance, fate) in chances {
            end += chance
            if place < end { return fate }
        }
        return .reply
    }
}
