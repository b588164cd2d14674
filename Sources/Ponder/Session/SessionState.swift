import PonderCore

/// What a session has issued, booked and seen so far.
struct SessionState: Sendable {
    /// How many draws of each key have been issued.
    var indexes: [DrawKey: Int] = [:]

    /// How many calls have been issued or refused.
    var issued = 0

    /// The tokens of prompts whose count a model has reported.
    var promptTokens: [PromptKey: Int] = [:]

    /// The prompts that the ledger has counted.
    var seenPrompts: Set<PromptKey> = []

    /// Whether the budget has refused a call, after which it refuses every call.
    var isSpent = false

    /// Whether a cancellation, or another error, has cut a wave short.
    var isCut = false

    var ledger = Ledger()
    var microseconds = 0
    var trace: [TraceEvent] = []
    var reports: [CallReport] = []
    var candidates: [ScoredCandidate] = []
    var proposal: Proposal?
    var failure: ModelError?
}
