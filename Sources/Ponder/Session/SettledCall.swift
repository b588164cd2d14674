import PonderCore

/// A call that came back, with everything that it is charged.
struct SettledCall: Sendable {
    var call: AdmittedCall
    /// What became of it; `nil` when an error ended the search.
    var outcome: CallOutcome?
    /// The error that ends the search.
    var error: (any Error)?
    /// What failed attempts used, each charged in full.
    var failures: [Usage]
    /// What the attempt is taken to have used that an error cut off; one of the failures.
    var cutUsage: Usage?
    /// Whether the reply was recorded before; `nil` when there was none.
    var wasRecorded: Bool?

    /// The charge of the call: its reply and the failed attempts before it.
    var charge: Spend {
        var sum = failures.reduce(Spend.zero) { $0 + call.endpoint.charge($1) }
        if let reply = outcome?.reply { sum += call.endpoint.charge(reply.usage) }
        return sum
    }
}
