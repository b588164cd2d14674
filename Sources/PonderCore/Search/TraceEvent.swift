/// One thing that happened in a search, in logical order.
///
/// A trace holds no times and does not say whether a reply was recorded before, so a replay's trace
/// is the same bytes.
public struct TraceEvent: Hashable, Sendable, Codable {
    /// What happened.
    public enum Kind: Hashable, Sendable, Codable {
        /// A call was dispatched: its issue number, its role, and the draw that it asks for.
        case issued(call: Int, role: Role, draw: String, outputLimit: Int)
        /// A call came back.
        case settled(call: Int, finish: FinishReason, usage: Usage)
        /// Every attempt at a call failed.
        case failed(call: Int, error: ModelError)
        /// The budget had no room for a call.
        case refused(call: Int, role: Role)
        /// A candidate was read from a call's reply.
        case candidate(index: Int, canonical: String?, reason: NoAnswer?)
        /// A verifier scored a candidate; without a score the judgment could not be read.
        case verdict(candidate: Int, score: Double?)
        /// The best answer so far changed.
        case proposed(canonical: String?, confidence: Double)
        /// The strategy says something about its own working.
        case note(text: String)
        /// The search ended.
        case stopped(reason: StopReason)
    }

    /// The place in the trace, from 0.
    public var sequence: Int

    /// What happened.
    public var kind: Kind

    /// Creates an event.
    public init(sequence: Int, kind: Kind) {
        self.sequence = sequence
        self.kind = kind
    }
}
