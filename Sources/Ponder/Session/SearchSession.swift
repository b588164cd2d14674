public import PonderCore
import Synchronization

/// The only way out of a search to a model: it meters, records, draws in parallel, and settles in
/// issue order.
///
/// A strategy calls it from one task, one wave at a time; the calls of a wave run in parallel. What
/// a wave returns depends on the problem, the seed and the budget only, whatever order its calls
/// finish in.
public final class SearchSession: Sendable {
    private struct State {
        var indexes: [DrawKey: Int] = [:]
        var issued = 0
        var promptTokens: [PromptKey: Int] = [:]
        var seenPrompts: Set<PromptKey> = []
        var ledger = Ledger()
        var microseconds = 0
        var trace: [TraceEvent] = []
        var reports: [CallReport] = []
        var candidates: [ScoredCandidate] = []
        var proposal: Proposal?
        var failure: ModelError?
    }

    /// What the search stands on.
    public let context: SearchContext

    private let pots: BudgetPots
    private let state = Mutex(State())

    /// Creates a session for one search.
    init(_ context: SearchContext) {
        self.context = context
        pots = BudgetPots(own: BudgetPot(context.budget), shared: context.row?.budget.pot)
    }

    // MARK: What has happened so far

    /// What the search would have paid alone so far, by role.
    public var charged: Ledger { state.withLock { $0.ledger } }

    /// The modelled critical path so far, in microseconds.
    public var modelledMicroseconds: Int { state.withLock { $0.microseconds } }

    /// What happened behind the calls so far.
    public var reports: [CallReport] { state.withLock { $0.reports } }

    /// The standing proposal.
    public var proposal: Proposal? { state.withLock { $0.proposal } }

    var trace: [TraceEvent] { state.withLock { $0.trace } }
    var candidates: [ScoredCandidate] { state.withLock { $0.candidates } }
    var failure: ModelError? { state.withLock { $0.failure } }

    // MARK: What a strategy does

    /// Replaces the answer that the search would give if it ended now.
    public func propose(_ proposal: Proposal) {
        let isNew = state.withLock { state in
            defer { state.proposal = proposal }
            return state.proposal != proposal
        }
        guard isNew else { return }
        emit(
            .proposed(
                canonical: proposal.reading.answer?.canonical,
                confidence: proposal.confidence
            )
        )
    }

    /// Adds an event to the trace.
    public func emit(_ kind: TraceEvent.Kind) {
        let event = state.withLock { state in
            let event = TraceEvent(sequence: state.trace.count, kind: kind)
            state.trace.append(event)
            return event
        }
        context.onEvent?(event)
    }

    /// Draws whole solutions of the problem from the policy, in one wave, and reads their answers.
    ///
    /// - Returns: a candidate for each draw that was not refused, failed ones included, and whether
    ///   the budget refused any.
    public func draw(_ count: Int) async throws -> (candidates: [Candidate], wasRefused: Bool) {
        let call = ModelCall(role: .policy, request: context.policyRequest)
        let outcomes = try await self.call(Array(repeating: call, count: count))
        let drawn = outcomes.compactMap { candidate($0) }
        return (drawn, drawn.count < outcomes.count)
    }

    /// Scores candidates with a verifier and keeps the verdicts beside them.
    public func verify(
        _ candidates: [Candidate],
        with verifier: any Verifier
    ) async throws -> [Verdict] {
        let verdicts = try await verifier.verify(candidates, of: context.problem, with: self)
        precondition(verdicts.count == candidates.count, "\(verifier.id) lost a verdict")
        for (candidate, verdict) in zip(candidates, verdicts) {
            state.withLock { $0.candidates[candidate.index].verdict = verdict }
            emit(.verdict(candidate: candidate.index, score: verdict.score))
        }
        return verdicts
    }

    private func candidate(_ outcome: CallOutcome) -> Candidate? {
        let (text, reading, tokens): (String, AnswerReading, [TokenLogProbability]?)
        switch outcome {
        case .refused: return nil
        case .failed: (text, reading, tokens) = ("", .none(.failed), nil)
        case .reply(let reply):
            (text, tokens) = (reply.text, reply.tokens)
            reading = context.reader.read(reply, of: context.problem)
        }
        let candidate = state.withLock { state in
            let candidate = Candidate(
                index: state.candidates.count,
                text: text,
                reading: reading,
                tokens: tokens
            )
            state.candidates.append(ScoredCandidate(candidate: candidate))
            return candidate
        }
        var reason: NoAnswer?
        if case .none(let why) = reading { reason = why }
        emit(
            .candidate(
                index: candidate.index,
                canonical: reading.answer?.canonical,
                reason: reason
            )
        )
        return candidate
    }
}

// MARK: - Calls

extension SearchSession: ModelCaller {
    /// What the model of a role can do; `nil` if no model is bound to the role.
    public func capabilities(of role: Role) -> ModelCapabilities? {
        context.endpoints[role]?.model.capabilities
    }

    /// The task's own checker of what its statement makes checkable, if it has one.
    public var checker: (any Verifier)? { context.checker }

    /// Makes one wave of calls and returns their outcomes in the order of the calls.
    @concurrent
    public func call(_ calls: [ModelCall]) async throws -> [CallOutcome] {
        try Task.checkCancellation()
        guard !calls.isEmpty else { return [] }
        if let (row, place) = context.row { try await row.turns?.begin(place) }
        let runner = CallRunner(context: context, pots: pots)
        var wave = [SettledCall?](repeating: nil, count: calls.count)
        var failure: (any Error)?
        await withTaskGroup(of: (Int, SettledCall).self) { group in
            do {
                for (position, call) in calls.enumerated() {
                    guard let admitted = try await admit(call) else { continue }
                    group.addTask { (position, await self.run(admitted, with: runner)) }
                }
            } catch {
                failure = error
                group.cancelAll()
            }
            if let (row, place) = context.row { row.turns?.end(place) }
            for await (position, settled) in group {
                wave[position] = settled
                if settled.error != nil { group.cancelAll() }
            }
        }
        let outcomes = account(for: wave)
        let errors = [failure] + wave.map { $0?.error }
        if let error = errors.compactMap(\.self).first(where: { !($0 is CancellationError) }) {
            throw error
        }
        if failure != nil || wave.contains(where: { $0?.error != nil }) {
            throw CancellationError()
        }
        return outcomes
    }

    private func run(_ call: AdmittedCall, with runner: CallRunner) async -> SettledCall {
        let settled = await runner.run(call)
        if let usage = settled.outcome?.reply?.usage, usage.prompt.source == .reported {
            state.withLock { $0.promptTokens[call.prompt] = usage.prompt.value }
        }
        return settled
    }

    /// Gives a call its number, its draw and its reservation; `nil` if the budget has no room.
    private func admit(_ call: ModelCall) async throws -> AdmittedCall? {
        guard let endpoint = context.endpoints[call.role] else {
            preconditionFailure("no model is bound to the role '\(call.role)'")
        }
        var request = call.request
        if let shared = context.logProbabilities[call.role] {
            request.topLogProbabilities = max(request.topLogProbabilities ?? 0, shared)
        }
        let key = DrawKey(model: endpoint.model.identity, request: call.request)
        let (number, address) = nextAddress(key, isGreedy: request.sampling.isGreedy)
        request.seed = address.seed
        let prompt = PromptKey(model: endpoint.model.identity, request: request)
        let failures = try context.draws.store?.failedAttempts(at: address) ?? []
        let failed = failures.reduce(Spend.zero) { $0 + endpoint.charge($1) }
        while true {
            let tokens = try await promptBound(of: request, prompt: prompt, at: endpoint)
            let limit = request.sampling.maxOutputTokens
            let bound = endpoint.spend(promptTokens: tokens, outputTokens: limit)
            if try await pots.reserve(bound + failed) {
                emit(
                    .issued(
                        call: number,
                        role: call.role,
                        draw: address.description,
                        outputLimit: limit
                    )
                )
                return AdmittedCall(
                    number: number,
                    role: call.role,
                    endpoint: endpoint,
                    request: request,
                    address: address,
                    prompt: prompt,
                    promptBound: tokens,
                    bound: bound,
                    recordedFailures: failures,
                    ticket: try isRecorded(address, limit: limit) ? nil : endpoint.gate.takePlace()
                )
            }
            let known = try await promptBound(of: request, prompt: prompt, at: endpoint)
            let lowered = known < tokens
                ? limit
                : loweredLimit(for: call, promptTokens: known, beside: failed, at: endpoint)
            guard let lowered, known < tokens || lowered < limit else {
                emit(.refused(call: number, role: call.role))
                return nil
            }
            request.sampling.maxOutputTokens = lowered
        }
    }

    private func nextAddress(_ key: DrawKey, isGreedy: Bool) -> (number: Int, DrawAddress) {
        let (number, count) = state.withLock { state in
            defer {
                state.issued += 1
                state.indexes[key, default: 0] += 1
            }
            return (state.issued, state.indexes[key] ?? 0)
        }
        var index = isGreedy ? 0 : count
        if let permutation = context.draws.permutation, permutation.key == key {
            precondition(index < permutation.order.count, "a replay asked for more than its pool")
            index = permutation.order[index]
        }
        return (number, DrawAddress(key: key, stream: context.draws.stream, index: index))
    }

    /// The most output tokens that still fit every pot, if that is enough for the caller.
    private func loweredLimit(
        for call: ModelCall,
        promptTokens: Int,
        beside failures: Spend,
        at endpoint: ModelEndpoint
    ) -> Int? {
        guard let least = call.leastOutputTokens else { return nil }
        func fits(_ limit: Int) -> Bool {
            pots.fits(endpoint.spend(promptTokens: promptTokens, outputTokens: limit) + failures)
        }
        guard fits(least) else { return nil }
        var low = least
        var high = call.request.sampling.maxOutputTokens
        while low < high {
            let middle = low + (high - low + 1) / 2
            if fits(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }

    private func promptBound(
        of request: ModelRequest,
        prompt: PromptKey,
        at endpoint: ModelEndpoint
    ) async throws -> Int {
        if let known = state.withLock({ $0.promptTokens[prompt] }) { return known }
        guard endpoint.model.capabilities.countsTokensExactly, let store = context.draws.store
        else { return try await endpoint.model.tokenUpperBound(of: request) }
        if let recorded = try store.promptBound(of: prompt.digest) { return recorded }
        if context.draws.mode == .replay {
            throw ModelError(
                .missingDraw,
                "replay needs the token count of a prompt that was never counted, for "
                    + "\(endpoint.name); run without --replay to count it",
                isFatal: true
            )
        }
        let tokens = try await endpoint.model.tokenUpperBound(of: request)
        try store.recordPromptBound(tokens, of: prompt.digest)
        return tokens
    }

    /// Whether a call needs no model, so that it does not stand in the model's line.
    private func isRecorded(_ address: DrawAddress, limit: Int) throws -> Bool {
        guard context.draws.mode != .replay else { return true }
        guard let store = context.draws.store else { return false }
        return try store.draws(at: address).serving(limit: limit) != nil
    }

    /// Books a wave in issue order.
    private func account(for wave: [SettledCall?]) -> [CallOutcome] {
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
        var usages = settled.failures
        if let usage = settled.outcome?.reply?.usage { usages.append(usage) }
        var microseconds = 0
        state.withLock { state in
            for usage in usages {
                let isFresh = state.seenPrompts.insert(call.prompt).inserted
                state.ledger.add(line(of: usage, isFresh: isFresh, at: call.endpoint), to: call.role)
                microseconds += call.endpoint.rates.microseconds(
                    freshPromptTokens: seenBefore.contains(call.prompt) ? 0 : usage.prompt.value,
                    outputTokens: usage.output.value
                )
            }
            state.reports.append(settled.report)
            if case .failed(let error) = settled.outcome { state.failure = error }
        }
        switch settled.outcome {
        case .reply(let reply):
            emit(.settled(call: call.number, finish: reply.finish, usage: reply.usage))
        case .failed(let error): emit(.failed(call: call.number, error: error))
        case .refused, nil: break
        }
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

extension SettledCall {
    /// What happened, for diagnostics.
    fileprivate var report: CallReport {
        var error: ModelError?
        if case .failed(let last) = outcome { error = last }
        return CallReport(
            call: call.number,
            role: call.role,
            address: call.address,
            wasRecorded: wasRecorded,
            finish: outcome?.reply?.finish,
            usage: outcome?.reply?.usage,
            failedAttempts: failures.count,
            error: error
        )
    }
}
