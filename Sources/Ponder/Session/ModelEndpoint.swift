public import PonderCore
import Synchronization

/// A model with everything that calling it needs: its prices, its shape, its line, its health.
///
/// All searches that call a model share one endpoint, so they share its concurrency.
public final class ModelEndpoint: Sendable {
    /// How many calls earn one retry, beyond those that are free, and how many retries can be saved.
    private static let callsPerRetry = 5
    private static let freeRetries = 20
    private static let mostRetries = 200

    private struct Health {
        var stopped: ModelError?
        /// What is left of the retry budget, counted in the calls that earn it.
        var earnings = ModelEndpoint.freeRetries * ModelEndpoint.callsPerRetry
    }

    /// The model.
    public let model: any LanguageModel

    /// The name that logs and messages use.
    public let name: String

    /// The model's shape; without one its operations count as zero.
    public let compute: ComputeModel?

    /// The model's prices; without them its money counts as zero.
    public let prices: PriceTable?

    /// How failed attempts are tried again.
    public let retries: RetryPolicy

    /// The rates that modelled seconds assume.
    public let rates: ModelRates

    let gate: ConcurrencyGate
    private let health = Mutex(Health())

    /// Creates an endpoint; `concurrency` is the most calls in flight, at least 1.
    public init(
        _ model: any LanguageModel,
        name: String? = nil,
        compute: ComputeModel? = nil,
        prices: PriceTable? = nil,
        retries: RetryPolicy = RetryPolicy(),
        rates: ModelRates = ModelRates(),
        concurrency: Int = 8
    ) {
        self.model = model
        self.name = name ?? model.identity.name
        self.compute = compute
        self.prices = prices
        self.retries = retries
        self.rates = rates
        gate = ConcurrencyGate(limit: concurrency)
    }

    /// What some numbers of tokens amount to in every unit, as one attempt.
    package func spend(promptTokens: Int, cachedPromptTokens: Int = 0, outputTokens: Int) -> Spend {
        Spend(
            promptTokens: promptTokens,
            outputTokens: outputTokens,
            calls: 1,
            cost: prices?.cost(
                promptTokens: promptTokens,
                cachedPromptTokens: cachedPromptTokens,
                outputTokens: outputTokens
            ) ?? .zero,
            flops: compute?.operations(promptTokens: promptTokens, outputTokens: outputTokens) ?? 0
        )
    }

    /// What an attempt is charged: everything as sent, without cache discounts.
    func charge(_ usage: Usage) -> Spend {
        spend(promptTokens: usage.prompt.value, outputTokens: usage.output.value)
    }

    /// What an attempt is billed: with the discount for what the provider says it cached.
    func bill(_ usage: Usage) -> Spend {
        spend(
            promptTokens: usage.prompt.value,
            cachedPromptTokens: usage.cachedPrompt.value,
            outputTokens: usage.output.value
        )
    }

    /// Refuses all further calls.
    func stop(_ error: ModelError) {
        health.withLock { $0.stopped = $0.stopped ?? error }
    }

    /// Throws the error that stopped the model, if one did.
    func checkHealth() throws {
        if let error = health.withLock({ $0.stopped }) { throw error }
    }

    /// Counts a call towards the retry budget.
    func countCall() {
        health.withLock { health in
            health.earnings = min(health.earnings + 1, Self.mostRetries * Self.callsPerRetry)
        }
    }

    /// Takes one retry from the retry budget, if there is one.
    func takeRetry() -> Bool {
        health.withLock { health in
            guard health.earnings >= Self.callsPerRetry else { return false }
            health.earnings -= Self.callsPerRetry
            return true
        }
    }
}
