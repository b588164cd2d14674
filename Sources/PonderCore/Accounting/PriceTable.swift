/// What a provider charges for a model, as of a date.
///
/// Prices are in micro-dollars per million tokens, which makes a token's price a whole number of
/// pico-dollars.
public struct PriceTable: Hashable, Sendable, Codable {
    /// The price of a prompt token that had to be computed.
    public var input: Int64

    /// The price of a prompt token that the provider served from its cache.
    public var cachedInput: Int64

    /// The price of an output token, thinking included.
    public var output: Int64

    /// What a batch endpoint takes of the full price, in thousandths: 500 is half.
    public var batchPermille: Int64

    /// The day on which these prices held, as `YYYY-MM-DD`.
    public var date: String

    /// Creates a price table from micro-dollars per million tokens.
    ///
    /// - Precondition: no price is negative, and a cached token is no dearer than a computed one, so
    ///   that a bound that assumes no caching holds for every bill.
    public init(
        input: Int64,
        cachedInput: Int64? = nil,
        output: Int64,
        batchPermille: Int64 = 1000,
        date: String
    ) {
        precondition(input >= 0 && output >= 0, "prices cannot be negative")
        precondition(
            (0...input).contains(cachedInput ?? input),
            "a cached token cannot be dearer than a computed one"
        )
        precondition((0...1000).contains(batchPermille), "batchPermille must be in 0...1000")
        self.input = input
        self.cachedInput = cachedInput ?? input
        self.output = output
        self.batchPermille = batchPermille
        self.date = date
    }

    /// Returns the money for these numbers of tokens, rounded up to a pico-dollar.
    ///
    /// - Parameters:
    ///   - promptTokens: all tokens of the prompt.
    ///   - cachedPromptTokens: the part of the prompt that is billed as cached.
    ///   - outputTokens: the tokens generated.
    public func cost(promptTokens: Int, cachedPromptTokens: Int = 0, outputTokens: Int) -> Cost {
        let fresh = max(0, promptTokens - cachedPromptTokens)
        var sum = Int128(fresh) * Int128(input)
        sum += Int128(min(cachedPromptTokens, promptTokens)) * Int128(cachedInput)
        sum += Int128(outputTokens) * Int128(output)
        let discounted = (sum * Int128(batchPermille) + 999) / 1000
        return Cost(picoDollars: Int64(clamping: discounted))
    }
}
