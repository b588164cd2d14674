public import PonderCore
import Synchronization

extension SearchSession: ModelCaller {
    /// A wave of calls that has ended: what became of each, and the error that ended it, if any.
    ///
    /// A call that an error cut off or kept from being made counts as refused.
    typealias Wave = (outcomes: [CallOutcome], error: (any Error)?)

    /// What the model of a role can do; `nil` if no model is bound to the role.
    public func capabilities(of role: Role) -> ModelCapabilities? {
        context.endpoints[role]?.model.capabilities
    }

    /// The task's own checker of what its statement makes checkable, if it has one.
    public var checker: (any Verifier)? { context.checker }

    /// Makes one wave of calls and returns their outcomes in the order of the calls.
    @concurrent
    public func call(_ calls: [ModelCall]) async throws -> [CallOutcome] {
        let wave = try await makeWave(of: calls)
        if let error = wave.error { throw error }
        return wave.outcomes
    }

    /// Makes one wave of calls and books whatever came of it.
    ///
    /// - Throws: `CancellationError` when cancelled before the first call.
    @concurrent
    func makeWave(of calls: [ModelCall]) async throws -> Wave {
        try Task.checkCancellation()
        guard !calls.isEmpty, !isSpent else {
            return (Array(repeating: .refused, count: calls.count), nil)
        }
        if let (row, place) = context.row { try await row.turns?.begin(place) }
        let runner = CallRunner(context: context, pots: pots)
        var wave = [SettledCall?](repeating: nil, count: calls.count)
        var failure: (any Error)?
        await withTaskGroup(of: (Int, SettledCall).self) { group in
            do {
                for (position, call) in calls.enumerated() {
                    try Task.checkCancellation()
                    guard let admitted = try await admit(call) else { break }
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
        let outcomes = book(wave)
        let errors = ([failure] + wave.map { $0?.error }).compactMap(\.self)
        guard let first = errors.first else { return (outcomes, nil) }
        state.withLock { $0.isCut = true }
        return (outcomes, errors.first { !($0 is CancellationError) } ?? first)
    }

    private func run(_ call: AdmittedCall, with runner: CallRunner) async -> SettledCall {
        await runner.run(call) { settled in
            // Whoever waits for this call to settle must find the count when it wakes.
            guard let usage = settled.outcome?.reply?.usage, usage.prompt.source == .reported
            else { return }
            state.withLock { $0.promptTokens[call.prompt] = usage.prompt.value }
        }
    }
}
