public import PonderCore

/// Runs a strategy on problems: whatever ends a search, the best answer so far comes back.
public struct Search: Sendable {
    /// What one of the tasks of a search ended with.
    private enum Ending: Sendable {
        case stopped(StopReason)
        case threw(any Error)
        case timeWasUp
        case timerWasCancelled
    }

    /// The strategy.
    public var strategy: any Strategy

    /// Creates a search.
    public init(_ strategy: any Strategy) { self.strategy = strategy }

    /// Searches for the answer of one problem.
    ///
    /// A cancelled search returns its best answer so far, like one whose budget or time is used up.
    /// - Throws: ``ModelError`` that no further call can mend, or of kind `unsupported` before anything
    ///   is spent, when the models lack what the strategy needs, ``Billing/LimitReached``, and errors
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
        defer { if let (row, place) = context.row { row.turns?.close(place) } }
        let session = SearchSession(try context.meeting(strategy.needs))
        let stop = try await stop(of: session)
        session.emit(.stopped(reason: stop))
        return (result(of: session, stop: stop), session)
    }

    /// Runs the strategy until it ends or its time is up, and says why it ended.
    private func stop(of session: SearchSession) async throws -> StopReason {
        var ending = Ending.threw(CancellationError())
        var isLate = false
        await withTaskGroup(of: Ending.self) { group in
            group.addTask { await attempt(session) }
            if let limit = session.context.budget.wallTime {
                group.addTask { await wait(limit, on: session.context.clock) }
            }
            for await part in group {
                switch part {
                case .timeWasUp: isLate = true
                case .timerWasCancelled: continue
                case .stopped, .threw: ending = part
                }
                group.cancelAll()
            }
        }
        switch ending {
        case .stopped(let reason): return reason
        case .threw(let error) where !(error is CancellationError): throw error
        default: return isLate ? .deadline : .cancelled
        }
    }

    private func wait(_ limit: Duration, on clock: any Clock<Duration>) async -> Ending {
        do {
            try await clock.sleep(for: limit)
            return .timeWasUp
        } catch {
            return .timerWasCancelled
        }
    }

    private func attempt(_ session: SearchSession) async -> Ending {
        do {
            let reason = try await strategy.search(session.context.problem, in: session)
            if session.isCut { throw CancellationError() }
            return .stopped(reason == .finished && session.isSpent ? .budget : reason)
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
