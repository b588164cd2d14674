import PonderCore
import Synchronization

extension SearchSession {
    /// Gives a call its number, its draw and its reservation; `nil` if the budget has no room.
    ///
    /// A call that does not fit waits for all earlier ones to settle. Its bound and its lowered
    /// limit are then computed anew, and only then is it refused.
    func admit(_ call: ModelCall) async throws -> AdmittedCall? {
        guard let endpoint = context.endpoints[call.role] else {
            preconditionFailure("no model is bound to the role '\(call.role)'")
        }
        let model = endpoint.model.identity
        var request = call.request
        if let shared = context.logProbabilities[call.role] {
            request.topLogProbabilities = max(request.topLogProbabilities ?? 0, shared)
        }
        let (number, address) = nextAddress(
            DrawKey(model: model, request: call.request),
            isGreedy: request.sampling.isGreedy
        )
        request.seed = address.seed
        let prompt = PromptKey(model: model, request: request)
        var tokens = try await promptBound(of: request, prompt: prompt, at: address, endpoint)
        while true {
            let limit = request.sampling.maxOutputTokens
            // In this order: once a draw is recorded, its failed attempts are final.
            let isRecorded = try isRecorded(address, limit: limit)
            let failures = try context.draws.store?.failedAttempts(at: address) ?? []
            let failed = failures.reduce(Spend.zero) { $0 + endpoint.charge($1) }
            let bound = endpoint.spend(promptTokens: tokens, outputTokens: limit)
            if try await pots.reserve(bound + failed) {
                let draw = address.description
                emit(.issued(call: number, role: call.role, draw: draw, outputLimit: limit))
                return AdmittedCall(
                    number: number,
                    role: call.role,
                    endpoint: endpoint,
                    request: request,
                    original: call.request,
                    address: address,
                    prompt: prompt,
                    promptBound: tokens,
                    bound: bound,
                    recordedFailures: failures,
                    ticket: isRecorded ? nil : endpoint.gate.takePlace()
                )
            }
            let known = min(tokens, state.withLock { $0.promptTokens[prompt] } ?? tokens)
            let lowered = loweredLimit(for: call, promptTokens: known, beside: failed, at: endpoint)
            guard known < tokens || (lowered ?? limit) < limit else {
                state.withLock { $0.isSpent = true }
                emit(.refused(call: number, role: call.role))
                return nil
            }
            request.sampling.maxOutputTokens = lowered ?? limit
            tokens = known
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
        let full = call.request.sampling.maxOutputTokens
        guard least <= full, fits(least) else { return nil }
        var (low, high) = (least, full)
        while low < high {
            let middle = low + (high - low + 1) / 2
            if fits(middle) { low = middle } else { high = middle - 1 }
        }
        return low
    }

    /// The best known upper bound of a prompt's tokens, recorded where a model had to be asked.
    private func promptBound(
        of request: ModelRequest,
        prompt: PromptKey,
        at address: DrawAddress,
        _ endpoint: ModelEndpoint
    ) async throws -> Int {
        if let known = state.withLock({ $0.promptTokens[prompt] }) { return known }
        guard endpoint.model.capabilities.countsTokensExactly, let store = context.draws.store
        else { return try await countedBound(of: request, at: address, endpoint) }
        if let recorded = try store.promptBound(of: prompt.digest) { return recorded }
        if context.draws.mode == .replay {
            throw ModelError(
                .missingDraw,
                "replay needs the token count of a prompt that was never counted, for "
                    + "\(endpoint.name); run without replay to count it",
                isFatal: true
            )
        }
        let tokens = try await countedBound(of: request, at: address, endpoint)
        try store.recordPromptBound(tokens, of: prompt.digest)
        return tokens
    }

    /// Asks the model for a bound, trying again as for a call; counting is never billed.
    private func countedBound(
        of request: ModelRequest,
        at address: DrawAddress,
        _ endpoint: ModelEndpoint
    ) async throws -> Int {
        var jitter = RandomGenerator(Seed(address.seed).child("count"))
        var attempts = 0
        while true {
            attempts += 1
            do {
                return try await endpoint.model.tokenUpperBound(of: request)
            } catch let error as ModelError {
                let delay = endpoint.retries.delay(
                    afterAttempt: attempts,
                    error: error,
                    using: &jitter
                )
                guard let delay else { throw error }
                try await context.clock.sleep(for: delay)
            }
        }
    }

    /// Whether a call needs no model, so that it does not stand in the model's line.
    private func isRecorded(_ address: DrawAddress, limit: Int) throws -> Bool {
        guard context.draws.mode != .replay else { return true }
        guard let store = context.draws.store else { return false }
        return try store.draws(at: address).serving(limit: limit) != nil
    }
}
