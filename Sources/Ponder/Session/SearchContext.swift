public import PonderCore

/// Everything that a search of one problem stands on, besides the strategy.
public struct SearchContext: Sendable {
    /// The problem.
    public var problem: Problem

    /// The conversation that asks the policy for a whole solution.
    public var prompt: [Message]

    /// What finds the answer in a reply.
    public var reader: any AnswerReader

    /// The task's checker of what its statement makes checkable, if it has one.
    public var checker: (any Verifier)?

    /// How the policy draws.
    public var sampling: SamplingOptions

    /// The strings that end the policy's replies.
    public var stop: [String]

    /// The least output limit that a draw of the policy may be lowered to when the budget has no
    /// room for the whole one; `nil` if it may not be lowered.
    public var leastOutputTokens: Int?

    /// The models, by role.
    public var endpoints: [Role: ModelEndpoint]

    /// How many alternatives per position each role's calls ask for, so that one recorded draw
    /// serves every strategy of a run.
    public var logProbabilities: [Role: Int]

    /// The caps of this search.
    public var budget: Budget

    /// The pot shared with other problems, and this problem's place in its order.
    public var row: (budget: RowBudget, place: Int)?

    /// Where draws come from.
    public var draws: DrawSource

    /// What the invocation is billed.
    public var billing: Billing

    /// The root of every random choice of this search but the draws.
    public var seed: Seed

    /// What time limits and retry delays are measured with.
    public var clock: any Clock<Duration>

    /// Receives each event of the trace as it happens, in order.
    public var onEvent: (@Sendable (TraceEvent) -> Void)?

    /// Receives pieces of replies as they arrive, with the issue number of their call.
    public var onDelta: (@Sendable (Int, ReplyDelta) -> Void)?

    /// Creates a context that records nothing, limits nothing and asks the bare statement by default.
    public init(
        _ problem: Problem,
        prompt: [Message]? = nil,
        reader: any AnswerReader,
        checker: (any Verifier)? = nil,
        sampling: SamplingOptions,
        stop: [String] = [],
        leastOutputTokens: Int? = nil,
        endpoints: [Role: ModelEndpoint],
        logProbabilities: [Role: Int] = [:],
        budget: Budget = .unlimited,
        row: (budget: RowBudget, place: Int)? = nil,
        draws: DrawSource? = nil,
        billing: Billing = Billing(),
        seed: Seed = Seed(0),
        clock: any Clock<Duration> = ContinuousClock(),
        onEvent: (@Sendable (TraceEvent) -> Void)? = nil,
        onDelta: (@Sendable (Int, ReplyDelta) -> Void)? = nil
    ) {
        self.problem = problem
        self.prompt = prompt ?? [.user(problem.statement)]
        self.reader = reader
        self.checker = checker
        self.sampling = sampling
        self.stop = stop
        self.leastOutputTokens = leastOutputTokens
        self.endpoints = endpoints
        self.logProbabilities = logProbabilities
        self.budget = budget
        self.row = row
        self.draws = draws ?? DrawSource(unrecorded: DrawStream(runSeed: seed, epoch: 0))
        self.billing = billing
        self.seed = seed
        self.clock = clock
        self.onEvent = onEvent
        self.onDelta = onDelta
    }

    /// The request that draws a whole solution from the policy.
    public var policyRequest: ModelRequest {
        ModelRequest(messages: prompt, sampling: sampling, stop: stop)
    }
}
