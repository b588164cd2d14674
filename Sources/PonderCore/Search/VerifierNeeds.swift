/// What a verifier consults, so that a run can refuse it before anything is spent.
public struct VerifierNeeds: Hashable, Sendable {
    /// The role whose model it calls, if it calls one.
    public var role: Role?

    /// How many alternatives per position it reads from the *policy's* replies; `nil` for none.
    public var policyLogProbabilities: Int?

    /// How many alternatives per position it asks its own role's model for; `nil` for none.
    public var ownLogProbabilities: Int?

    /// Whether it checks the answer against what the statement makes checkable.
    public var usesChecker: Bool

    /// How much it calls its role's model, if it calls one.
    public var calls: VerifierCalls?

    /// Creates a description; a verifier that consults nothing by default.
    public init(
        role: Role? = nil,
        policyLogProbabilities: Int? = nil,
        ownLogProbabilities: Int? = nil,
        usesChecker: Bool = false,
        calls: VerifierCalls? = nil
    ) {
        self.role = role
        self.policyLogProbabilities = policyLogProbabilities
        self.ownLogProbabilities = ownLogProbabilities
        self.usesChecker = usesChecker
        self.calls = calls
    }
}
