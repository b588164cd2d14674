/// What a strategy needs of the models, and how its accuracy may be estimated.
public struct StrategyNeeds: Hashable, Sendable {
    /// The roles whose models it calls.
    public var roles: Set<Role>

    /// How many alternatives per position it reads of each role's replies.
    public var logProbabilities: [Role: Int]

    /// The most independent draws of one request that it takes; `nil` if that has no bound.
    public var draws: Int?

    /// Whether its result depends only on independent draws of the problem's own prompt (and on
    /// greedy or recorded judgments of them), so that it can be replayed over permutations of a pool.
    public var isPoolReplayable: Bool

    /// Whether it compares several draws of one request, which greedy decoding would make equal.
    public var comparesDraws: Bool

    /// Whether it consults a checker of the statement.
    public var usesChecker: Bool

    /// How much its verifier calls a model for each candidate, if it has one that does.
    public var verifierCalls: VerifierCalls?

    /// Creates a description.
    public init(
        roles: Set<Role> = [.policy],
        logProbabilities: [Role: Int] = [:],
        draws: Int?,
        isPoolReplayable: Bool,
        comparesDraws: Bool,
        usesChecker: Bool = false,
        verifierCalls: VerifierCalls? = nil
    ) {
        self.roles = roles
        self.logProbabilities = logProbabilities
        self.draws = draws
        self.isPoolReplayable = isPoolReplayable
        self.comparesDraws = comparesDraws
        self.usesChecker = usesChecker
        self.verifierCalls = verifierCalls
    }

    /// The needs of a strategy together with those of a verifier that it consults.
    public func and(_ verifier: VerifierNeeds) -> StrategyNeeds {
        var sum = self
        if let role = verifier.role {
            sum.roles.insert(role)
            if let own = verifier.ownLogProbabilities {
                sum.logProbabilities[role] = max(sum.logProbabilities[role] ?? 0, own)
            }
        }
        if let policy = verifier.policyLogProbabilities {
            sum.logProbabilities[.policy] = max(sum.logProbabilities[.policy] ?? 0, policy)
        }
        sum.verifierCalls = verifier.calls ?? sum.verifierCalls
        sum.usesChecker = sum.usesChecker || verifier.usesChecker
        return sum
    }
}
