public import PonderCore
import Synchronization

/// The only way out of a search to a model: it meters, records, draws in parallel, and settles in
/// issue order.
///
/// A strategy calls it from one task, one wave at a time; the calls of a wave run in parallel. What
/// a wave returns depends on the problem, the seed and the budget only, whatever order its calls
/// finish in. The first call that the budget refuses ends the spending: every later one is refused
/// too, however small.
public final class SearchSession: Sendable {
    /// What the search stands on.
    public let context: SearchContext

    let pots: BudgetPots
    let state = Mutex(SessionState())

    /// Creates a session for one search.
    init(_ context: SearchContext) {
        self.context = context
        pots = BudgetPots(own: BudgetPot(context.budget), row: context.row?.budget)
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
    var isSpent: Bool { state.withLock { $0.isSpent } }
    var isCut: Bool { state.withLock { $0.isCut } }

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
    /// A cancelled wave keeps the draws that came back: they are paid for.
    /// - Returns: a candidate for each draw that came back, failed ones included, and whether any is
    ///   missing, because the budget refused it or the search was cancelled; no more can be drawn
    ///   then.
    /// - Throws: ``ModelError`` that is fatal for the model, and `CancellationError` when nothing
    ///   came back.
    public func draw(_ count: Int) async throws -> (candidates: [Candidate], isCutShort: Bool) {
        let call = ModelCall(
            role: .policy,
            request: context.policyRequest,
            leastOutputTokens: context.leastOutputTokens
        )
        let wave = try await makeWave(of: Array(repeating: call, count: count))
        if let error = wave.error, !(error is CancellationError) { throw error }
        let drawn = wave.outcomes.compactMap { candidate($0) }
        if let error = wave.error, drawn.isEmpty { throw error }
        return (drawn, drawn.count < count)
    }

    /// Scores candidates with a verifier and keeps the verdicts beside them.
    ///
    /// - Throws: what the verifier throws, `CancellationError` when cancelled.
    public func verify(
        _ candidates: [Candidate],
        with verifier: any Verifier
    ) async throws -> [Verdict] {
        let verdicts = try await verifier.verify(candidates, of: context.problem, with: self)
        precondition(verdicts.count == candidates.count, "\(verifier.id) lost a verdict")
        for (candidate, verdict) in zip(candidates, verdicts) {
            precondition(verdict.score?.isFinite ?? true, "\(verifier.id) gave \(verdict)")
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
