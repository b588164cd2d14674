import PonderCore

/// A call that has its place, its seed and its reservation, and only has to be made.
struct AdmittedCall: Sendable {
    /// The issue number in the search, from 0.
    var number: Int
    var role: Role
    var endpoint: ModelEndpoint
    /// The request as it goes out: seeded, and with the limit that the budget leaves.
    var request: ModelRequest
    /// The request as it was made, at its full output limit: what the address is derived from.
    var original: ModelRequest
    var address: DrawAddress
    var prompt: PromptKey
    /// The upper bound of the prompt's tokens.
    var promptBound: Int
    /// What is reserved for one attempt.
    var bound: Spend
    /// What failed attempts of earlier invocations used, which are charged with the draw.
    var recordedFailures: [Usage]
    /// The place in the model's line; `nil` when the reply is recorded.
    var ticket: ConcurrencyGate.Ticket?
}
