import PonderCore

/// Makes one admitted call: serves it from the record, or attempts it until it succeeds or is given up.
struct CallRunner: Sendable {
    let context: SearchContext
    let pots: BudgetPots

    /// Makes the call and settles its reservation, whatever happens.
    ///
    /// - Parameter onEnd: sees what became of the call just before the reservation is settled.
    func run(_ call: AdmittedCall, onEnd: (SettledCall) -> Void) async -> SettledCall {
        var account = CallAccount(call: call, pots: pots)
        var settled = SettledCall(call: call, failures: [])
        do {
            (settled.outcome, settled.wasRecorded) = try await outcome(of: call, account: &account)
        } catch {
            settled.error = error
        }
        settled.failures = account.failures
        settled.cutUsage = account.cutUsage
        onEnd(settled)
        account.close(charge: settled.charge)
        return settled
    }

    private typealias Served = (outcome: CallOutcome, wasRecorded: Bool?)

    private func outcome(
        of call: AdmittedCall,
        account: inout CallAccount
    ) async throws -> Served {
        guard let ticket = call.ticket else {
            if let reply = try recorded(call) { return (.reply(reply), true) }
            throw missing(call)
        }
        var held: ConcurrencyGate.Ticket? = ticket
        try await call.endpoint.gate.enter(ticket)
        defer { if let held { call.endpoint.gate.leave(held) } }
        guard let store = context.draws.store else { return try await attempt(call, &account) }
        let locks = context.draws.locks
        while !locks.tryAcquire(call.address) {
            // Another search takes this draw: its place in the line serves both.
            if let held { call.endpoint.gate.leave(held) }
            held = nil
            try await locks.acquire(call.address)
            locks.release(call.address)
            if let served = try served(call, from: store, &account) { return served }
            let next = call.endpoint.gate.takePlace()
            try await call.endpoint.gate.enter(next)
            held = next
        }
        defer { locks.release(call.address) }
        if let served = try served(call, from: store, &account) { return served }
        return try await attempt(call, &account)
    }

    /// Serves a call from the record, with all that failed before the draw; `nil` if it must be made.
    private func served(
        _ call: AdmittedCall,
        from store: any DrawStore,
        _ account: inout CallAccount
    ) throws -> Served? {
        let failures = try store.failedAttempts(at: call.address)
        guard account.adopt(failures) else { return (.failed(crowdedOut(call, failures)), nil) }
        return try recorded(call).map { (.reply($0), true) }
    }

    private func crowdedOut(_ call: AdmittedCall, _ failures: [Usage]) -> ModelError {
        ModelError(
            .unavailable,
            "draw \(call.address) of \(call.endpoint.name) has \(failures.count) failed attempts, "
                + "made by another search meanwhile, that the budget has no room for"
        )
    }

    private func recorded(_ call: AdmittedCall) throws -> Reply? {
        guard let store = context.draws.store else { return nil }
        let limit = call.request.sampling.maxOutputTokens
        guard let (draw, reply) = try store.draws(at: call.address).serving(limit: limit) else {
            return nil
        }
        if let asked = call.request.topLogProbabilities, (draw.topLogProbabilities ?? -1) < asked {
            throw ModelError(
                .missingDraw,
                "draw \(call.address) of \(call.endpoint.name) was recorded with "
                    + "\(draw.topLogProbabilities.map { "\($0)" } ?? "no") alternatives per token, "
                    + "and \(asked) are needed: record into a new bank",
                isFatal: true
            )
        }
        return reply.keeping(alternatives: call.request.topLogProbabilities)
    }

    private func missing(_ call: AdmittedCall) -> ModelError {
        let text = call.request.messages.last?.text ?? ""
        let question = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return ModelError(
            .missingDraw,
            "replay asks for a draw that was never taken: draw \(call.address) of "
                + "\(call.endpoint.name), role \(call.role), limit "
                + "\(call.request.sampling.maxOutputTokens), for '\(question.prefix(80))'; run "
                + "without replay to take it",
            isFatal: true
        )
    }

    private func attempt(
        _ call: AdmittedCall,
        _ account: inout CallAccount
    ) async throws -> Served {
        call.endpoint.countCall()
        var jitter = RandomGenerator(Seed(call.address.seed).child("retry"))
        var attempts = 0
        while true {
            attempts += 1
            try call.endpoint.checkHealth()
            try Task.checkCancellation()
            try await context.billing.reserve(call.bound)
            let reply: Reply
            do {
                reply = try await attemptOnce(call)
            } catch let error as ModelError {
                account.fail(error.usage ?? call.worstUsage)
                if error.isFatal {
                    call.endpoint.stop(error)
                    throw error
                }
                guard
                    let delay = call.endpoint.retries.delay(
                        afterAttempt: attempts,
                        error: error,
                        using: &jitter
                    ),
                    account.makeRoom(),
                    call.endpoint.takeRetry()
                else { return (.failed(error), nil) }
                try await context.clock.sleep(for: delay)
                continue
            } catch {
                account.cutOff(call.worstUsage)
                throw error
            }
            // Another process may have taken the same draw first: what is stored counts.
            let kept = reply.keeping(alternatives: call.request.topLogProbabilities)
            return (.reply(try recorded(call) ?? kept), false)
        }
    }

    /// Makes one attempt whose bound is reserved on the bill, records what came of it, and bills it.
    private func attemptOnce(_ call: AdmittedCall) async throws -> Reply {
        var billed = Spend.zero
        defer { context.billing.settle(call.bound, used: billed) }
        let store = context.draws.store
        let entry = try store?.open(call.address, bound: call.bound) ?? 0
        billed = call.bound
        let reply: Reply
        do {
            reply = try await generate(call)
        } catch let error as ModelError {
            billed = call.endpoint.bill(error.usage ?? call.worstUsage)
            // A violation is billed but never charged again: its draw is not kept.
            let kept = error.isFatal ? nil : error.usage ?? call.worstUsage
            try store?.abandon(call.address, usage: kept, entry: entry, billed: billed)
            throw error
        } catch {
            try store?.abandon(call.address, usage: nil, entry: entry, billed: billed)
            throw error
        }
        billed = call.endpoint.bill(reply.usage)
        let draw = RecordedDraw(
            reply: reply,
            outputLimit: call.request.sampling.maxOutputTokens,
            topLogProbabilities: call.request.topLogProbabilities
        )
        try store?.commit(
            draw,
            at: call.address,
            request: call.original,
            model: call.endpoint.model.identity,
            entry: entry,
            billed: billed
        )
        return reply
    }

    private func generate(_ call: AdmittedCall) async throws -> Reply {
        var sink: (@Sendable (ReplyDelta) -> Void)?
        if let onDelta = context.onDelta {
            let number = call.number
            sink = { onDelta(number, $0) }
        }
        do {
            var reply = try await call.endpoint.model.generate(call.request, onDelta: sink)
            reply.usage = call.tightened(reply.usage)
            if let violation = call.violation(by: reply.usage) { throw violation }
            return reply
        } catch var error as ModelError where error.code != .boundViolated {
            error.usage = error.usage.map { call.tightened($0) }
            throw error.usage.flatMap { call.violation(by: $0) } ?? error
        }
    }
}
