/// What one role of a row spent, as means per problem and search.
public struct RoleSpend: Hashable, Sendable, Codable {
    /// The config's name of the model.
    @OrNull public var model: String?
    /// Output tokens, thinking included.
    public var outputTokens: Double
    /// Output tokens, and prompt tokens with each distinct prompt counted once per search.
    public var totalTokens: Double
    /// Attempts at model calls.
    public var calls: Double
    /// Money in US dollars; `nil` without prices.
    @OrNull public var costUSD: Double?
    /// Floating-point operations; `nil` without the model's shape.
    @OrNull public var flops: Double?
}
