/// One call that a search wants to make: a request for a role's model.
public struct ModelCall: Hashable, Sendable {
    /// The role whose model is called and whose ledger line is charged.
    public var role: Role

    /// The request, without a seed: the session derives it from the draw's address.
    public var request: ModelRequest

    /// The least output limit that is still useful, if the session may lower the request's limit
    /// to what the budget leaves; `nil` if it may not.
    public var leastOutputTokens: Int?

    /// Creates a call.
    public init(role: Role, request: ModelRequest, leastOutputTokens: Int? = nil) {
        self.role = role
        self.request = request
        self.leastOutputTokens = leastOutputTokens
    }
}
