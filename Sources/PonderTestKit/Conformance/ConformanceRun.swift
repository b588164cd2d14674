import Ponder
import PonderCore

/// One search of a conformance suite, and how it differs from the plain one.
struct ConformanceRun: Hashable, Sendable {
    var manner = ConformanceModel.Manner.varied
    var budget = Budget.unlimited
    var concurrency = 8
    /// The seed of the order in which calls finish; `nil` for the natural one.
    var shuffle: Seed?
    /// The number of the call, from 1, at which the search is cancelled.
    var cancelledAtCall: Int?
    var problemID = "conformance"

    /// Runs a strategy on models that keep their own bill.
    func outcome(of strategy: any Strategy, seed: Seed) async throws -> ConformanceOutcome {
        let cancelling = CancellationSwitch()
        let interruption = cancelledAtCall.map { Interruption(atCall: $0, cancelling) }
        var meters: [FaultyModel] = []
        var endpoints: [Role: ModelEndpoint] = [:]
        for role in strategy.needs.roles.sorted() {
            let model = ConformanceModel.model(of: role, manner: manner, interruption: interruption)
            let meter = FaultyModel(model)
            meters.append(meter)
            endpoints[role] = ModelEndpoint(
                shuffle.map { ShufflingModel(meter, seed: $0) } ?? meter,
                compute: ConformanceOutcome.compute,
                prices: ConformanceOutcome.prices,
                concurrency: concurrency
            )
        }
        let context = SearchContext(
            Problem("What is 2 + 2?", id: problemID),
            reader: MarkedAnswerReader(),
            checker: EvenAnswerChecker(),
            sampling: SamplingOptions(temperature: 0.8, maxOutputTokens: 24),
            endpoints: endpoints,
            budget: budget,
            seed: seed,
            clock: ManualClock(.skipping)
        )
        let result = try await cancelling.run { try await Search(strategy).run(context) }
        return ConformanceOutcome(result: result, attempts: meters.flatMap(\.bill))
    }
}
