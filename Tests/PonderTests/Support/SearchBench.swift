import Ponder
import PonderTestKit

/// Makes the contexts of small searches on scripted models.
struct SearchBench: Sendable {
    var problem = Problem("What is 2 + 2?")
    var budget = Budget.unlimited
    var sampling = SamplingOptions(temperature: 1, maxOutputTokens: 16)
    var concurrency = 1
    var retries = RetryPolicy()
    var prices: PriceTable?
    var draws: DrawSource?
    var checker: (any Verifier)? = EvenAnswerChecker()
    var seed = Seed(1)
    var billing = Billing()
    var row: (budget: RowBudget, place: Int)?
    var clock: any Clock<Duration> = ManualClock(.skipping)
    var onEvent: (@Sendable (TraceEvent) -> Void)?
    var onDelta: (@Sendable (Int, ReplyDelta) -> Void)?

    /// A context with a model for the policy, and one for the verifier where it is given.
    func context(_ policy: any LanguageModel, verifier: (any LanguageModel)? = nil) -> SearchContext
    {
        var endpoints = [Role.policy: endpoint(policy)]
        endpoints[.verifier] = verifier.map { endpoint($0) }
        return context(endpoints)
    }

    /// A context with these endpoints.
    func context(_ endpoints: [Role: ModelEndpoint]) -> SearchContext {
        SearchContext(
            problem,
            reader: MarkedAnswerReader(),
            checker: checker,
            sampling: sampling,
            endpoints: endpoints,
            budget: budget,
            row: row,
            draws: draws,
            billing: billing,
            seed: seed,
            clock: clock,
            onEvent: onEvent,
            onDelta: onDelta
        )
    }

    /// An endpoint that calls a model.
    func endpoint(_ model: any LanguageModel) -> ModelEndpoint {
        ModelEndpoint(model, prices: prices, retries: retries, concurrency: concurrency)
    }

    /// Runs a strategy on models that give these replies in order.
    func run(
        _ strategy: any Strategy,
        _ replies: [ScriptedReply],
        judgments: [ScriptedReply] = []
    ) async throws -> SearchResult {
        let verifier = ScriptedModel(
            ModelIdentity(provider: "test", name: "verifier"),
            replies: judgments
        )
        let policy = ScriptedModel(replies: replies)
        return try await Search(strategy).run(context(policy, verifier: verifier))
    }

    /// A reply of so many words that ends with an answer.
    static func reply(_ answer: String, words: Int = 3) -> ScriptedReply {
        let padding = String(repeating: "so ", count: max(0, words - 2))
        return ScriptedReply(padding + "= \(answer)")
    }
}
