import PonderCore
import Synchronization

extension SearchSession {
    /// Books a wave in issue order and returns its outcomes.
    ///
    /// A call that an error cut off is booked with what it is charged, and counts as refused.
    func book(_ wave: [SettledCall?]) -> [CallOutcome] {
        let seen = state.withLock { $0.seenPrompts }
        var longest = 0
        let outcomes = wave.map { settled -> CallOutcome in
            guard let settled else { return .refused }
            longest = max(longest, book(settled, seenBefore: seen))
            return settled.outcome ?? .refused
        }
        state.withLock { $0.microseconds += longest }
        return outcomes
    }

    /// Books one call and returns its modelled time in microseconds.
    private func book(_ settled: SettledCall, seenBefore: Set<PromptKey>) -> Int {
        let call = settled.call
        // The reply comes first: its prompt is counted best, and one attempt stands for the prompt.
        let usages = [settled.outcome?.reply?.usage].compactMap(\.self) + settled.failures
        var microseconds = 0
        state.withLock { state in
            for usage in usages {
                let isFresh =
                    usage.prompt.value > 0
                    && state.seenPrompts.insert(call.prompt).inserted
                state.ledger.add(
                    line(of: usage, isFresh: isFresh, at: call.endpoint),
                    to: call.role
                )
                microseconds += call.endpoint.rates.microseconds(
                    freshPromptTokens: seenBefore.contains(call.prompt) ? 0 : usage.prompt.value,
                    outputTokens: usage.output.value
                )
            }
            state.reports.append(settled.report)
            if case .failed(let error) = settled.outcome { state.failure = error }
        }
        emit(settled.event)
        return microseconds
    }

    private func line(of usage: Usage, isFresh: Bool, at endpoint: ModelEndpoint) -> Ledger.Line {
        Ledger.Line(
            asSent: endpoint.charge(usage),
            distinctPromptTokens: isFresh ? usage.prompt.value : 0,
            distinctFlops: endpoint.compute?.operations(
                promptTokens: usage.prompt.value,
                cachedPromptTokens: isFresh ? 0 : usage.prompt.value,
                outputTokens: usage.output.value
            ) ?? 0,
            reasoningTokens: usage.reasoning.value
        )
    }
}
