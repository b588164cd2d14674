import Ponder
import PonderTestKit
import Synchronization

extension RandomRow {
    /// Runs every search of the row at once.
    func run() async throws -> RowOutcome {
        let cancelling = CancellationSwitch()
        let attempts = Mutex(0)
        var models: [Role: FaultyModel] = [:]
        var endpoints: [Role: ModelEndpoint] = [:]
        for role in RandomModels.roles {
            let model = FaultyModel(
                RandomModels.model(of: role),
                plan: plan,
                seed: seed.child(role.rawValue)
            ) { _ in
                let number = attempts.withLock { count in
                    count += 1
                    return count
                }
                if number == cancelledAtAttempt { cancelling.cancel() }
            }
            models[role] = model
            endpoints[role] = ModelEndpoint(
                model,
                compute: RandomModels.compute,
                prices: RandomModels.prices(of: role),
                retries: retries,
                concurrency: concurrency
            )
        }
        let stream = DrawStream(runSeed: seed, epoch: 0)
        let store = AuditedDrawStore()
        var outcome = RowOutcome(
            row: self,
            budget: RowBudget(perRow, perProblem: perProblem, problems: problems.count),
            billing: Billing(limit: spendLimit)
        )
        let draws =
            records
            ? DrawSource(store, mode: .record, stream: stream) : DrawSource(unrecorded: stream)
        let contexts = problems.indices.map { place in
            context(place, endpoints: endpoints, draws: draws, outcome)
        }
        outcome.results = try await cancelling.run { await search(contexts) }
        outcome.bills = models.mapValues(\.bill)
        outcome.entries = records ? store.entries : nil
        return outcome
    }

    private func context(
        _ place: Int,
        endpoints: [Role: ModelEndpoint],
        draws: DrawSource,
        _ outcome: RowOutcome
    ) -> SearchContext {
        SearchContext(
            problems[place],
            reader: MarkedAnswerReader(),
            sampling: SamplingOptions(temperature: 1, maxOutputTokens: 16),
            endpoints: endpoints,
            budget: perProblem,
            row: (outcome.budget, place),
            draws: draws,
            billing: outcome.billing,
            seed: seed.child("search", "\(place)"),
            clock: ManualClock(.skipping)
        )
    }

    private func search(_ contexts: [SearchContext]) async -> [Result<SearchResult, any Error>] {
        await withTaskGroup(of: Finished.self) { group in
            for (place, context) in contexts.enumerated() {
                group.addTask { await finish(place, context) }
            }
            var results: [Int: Result<SearchResult, any Error>] = [:]
            for await finished in group { results[finished.place] = finished.result }
            return contexts.indices.compactMap { results[$0] }
        }
    }

    private struct Finished: Sendable {
        var place: Int
        var result: Result<SearchResult, any Error>
    }

    private func finish(_ place: Int, _ context: SearchContext) async -> Finished {
        do {
            let result = try await Search(strategies[place]).run(context)
            return Finished(place: place, result: .success(result))
        } catch {
            return Finished(place: place, result: .failure(error))
        }
    }
}
