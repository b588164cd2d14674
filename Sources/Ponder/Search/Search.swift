public import PonderCore

/// Runs a strategy on problems: whatever ends a search, the best answer so far comes back.
public struct Search: Sendable {
    /// What the strategy's run ended with.
    private enum Ending: Sendable {
        case stopped(StopReason)
        case threw(any Error)
        case deadline
    }

    /// The strategy.
    public var strategy: any Strategy

    /// Creates a search.
    public init(_ strategy: any Strategy) { self.strategy = strategy }

    /// Searches for the answer of one problem.
    ///
    /// A cancelled search returns its best answer so far, like one whose budget or time is used up.
    /// - Throws: ``ModelError`` that no further call can mend, ``Billing/LimitReached``, and errors
    ///   of the draw store.
    @concurrent
    public func run(_ context: SearchContext) async throws -> SearchResult {
        let (result, _) = try await runKeepingSession(context)
        return result
    }

    /// Searches, and also returns the session for its diagnostics.
    @concurrent
    package func runKeepingSession(
        _ context: SearchContext
    ) async throws -> (SearchResult, SearchSession) {
        let session = SearchSession(context)
        defer { if let (row, place) = context.row { row.turns?.close(place) } }
        let stop: StopReason
        switch await ending(of: session) {
        case .stopped(let reason): stop = reason
        case .deadline: stop = .deadline
        case .threw(let error):
            guard error is CancellationError else { throw error }
            stop = .cancelled
        }
        session.emit(.stopped(stop))
        return (result(of: session, stop: stop), session)
    }

    private func ending(of session: SearchSession) async -> Ending {
        guard let limit = session.context.budget.wallTime else { return await attempt(session) }
        let clock = session.context.clock
        return await withTaskGroup(of: Ending.self) { group in
            group.addTask { await attempt(session) }
            group.addTask {
                do {
                    try await clock.sleep(for: limit)
                    return .deadline
                } catch {
                    return .threw(error)
                }
            }
            var first = await group.next() ?? .deadline
            group.cancelAll()
            if case .deadline = first, case .stopped(let reason)? = await group.next() {
                first = .stopped(reason)
            }
            return first
        }
    }

    private func attempt(_ session: SearchSession) async -> Ending {
        do {
            return .stopped(try await strategy.search(session.context.problem, in: session))
        } catch {
            return .threw(error)
        }
    }

    private func result(of session: SearchSession, stop: StopReason) -> SearchResult {
        let candidates = session.candidates
        let standing = session.proposal
        let reading = standing?.reading ?? Self.emptyReading(of: candidates)
        return SearchResult(
            reading: reading,
            confidence: reading.answer == nil ? 0 : standing?.confidence ?? 0,
            stop: stop,
            charged: session.charged,
            candidates: candidates,
            trace: session.trace,
            failure: session.failure
        )
    }

    /// Why there is no answer: the commonest reason among the candidates, the first of equals.
    private static func emptyReading(of candidates: [ScoredCandidate]) -> AnswerReading {
        var votes = VoteCount<NoAnswer>()
        for case .none(let reason) in candidates.map(\.candidate.reading) { votes.add(reason) }
        return .none(votes.leader?.value ?? .empty)
    }
}
