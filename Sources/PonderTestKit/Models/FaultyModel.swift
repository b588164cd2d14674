public import PonderCore
import Synchronization

/// A model that goes wrong in every way that a provider can, and keeps its own bill to the token.
///
/// What becomes of an attempt is a function of the model's seed, the draw's seed and the number of
/// attempts at the draw. Latency is turns of the scheduler: no time passes.
public final class FaultyModel: LanguageModel {
    private struct State {
        var bill: [BilledAttempt] = []
        var attempts: [UInt64: Int] = [:]
        var total = 0
    }

    private let base: any LanguageModel
    private let plan: FaultPlan
    private let seed: Seed
    private let onAttempt: (@Sendable (Int) -> Void)?
    private let state = Mutex(State())

    /// Creates a model that goes wrong on top of one that does not.
    ///
    /// - Parameters:
    ///   - base: the model that replies when nothing goes wrong.
    ///   - plan: how often what goes wrong.
    ///   - seed: the root of what goes wrong when.
    ///   - onAttempt: is told the number of each attempt, from 1, before it is made.
    public init(
        _ base: any LanguageModel,
        plan: FaultPlan = FaultPlan(),
        seed: Seed = Seed(0),
        onAttempt: (@Sendable (Int) -> Void)? = nil
    ) {
        self.base = base
        self.plan = plan
        self.seed = seed
        self.onAttempt = onAttempt
    }

    /// The identity of the model beneath.
    public var identity: ModelIdentity { base.identity }

    /// The capabilities of the model beneath.
    public var capabilities: ModelCapabilities { base.capabilities }

    /// What has been used, in the order in which attempts ended.
    public var bill: [BilledAttempt] { state.withLock { $0.bill } }

    /// The bound of the model beneath.
    @concurrent
    public func tokenUpperBound(of request: ModelRequest) async throws -> Int {
        try await base.tokenUpperBound(of: request)
    }

    /// Makes an attempt that may go wrong.
    @concurrent
    public func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        let draw = request.seed ?? 0
        let (attempt, total) = state.withLock { state in
            state.attempts[draw, default: 0] += 1
            state.total += 1
            return (state.attempts[draw] ?? 0, state.total)
        }
        onAttempt?(total)
        var random = RandomGenerator(seed.child("\(draw)", "\(attempt)"))
        let fate = plan.fate(at: random.integer(below: 1000))
        var turns = random.integer(in: 0...plan.latency)
        if random.integer(below: 1000) < plan.slow { turns = (turns + 1) * 100 }
        // Part of the prompt and of the reply is used by an attempt that does not come to its end.
        let promptTokens = random.integer(in: 0...ScriptedReply.promptTokens(of: request))
        let outputTokens = random.integer(in: 0...request.sampling.maxOutputTokens)
        let part = Usage(prompt: .reported(promptTokens), output: .reported(outputTokens))
        for _ in 0..<turns {
            if Task.isCancelled {
                enter(request, part, isKnown: false)
                throw CancellationError()
            }
            await Task.yield()
        }
        return try await end(request, as: fate, part: part, onDelta)
    }

    private func end(
        _ request: ModelRequest,
        as fate: FaultPlan.Fate,
        part: Usage,
        _ onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        switch fate {
        case .knownFailure:
            enter(request, part, isKnown: true)
            throw ModelError(.connectionLost, "cut off", isRetryable: true, usage: part)
        case .unknownFailure:
            enter(request, part, isKnown: false)
            throw ModelError(.timeout, "no word", isRetryable: true)
        case .unreached:
            enter(request, .none, isKnown: true)
            throw ModelError(.unreachable, "no connection", isRetryable: true, usage: Usage.none)
        case .permanentFailure:
            enter(request, part, isKnown: false)
            throw ModelError(.badRequest, "not understood")
        case .fatalFailure:
            enter(request, .none, isKnown: true)
            throw ModelError(.authentication, "no such key", isFatal: true, usage: Usage.none)
        case .overLimit, .missingUsage, .reply:
            do {
                return try await reply(to: request, as: fate, onDelta)
            } catch is CancellationError {
                enter(request, part, isKnown: false)
                throw CancellationError()
            }
        }
    }

    private func reply(
        to request: ModelRequest,
        as fate: FaultPlan.Fate,
        _ onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        var reply = try await base.generate(request, onDelta: onDelta)
        let limit = request.sampling.maxOutputTokens
        if fate == .overLimit {
            reply.usage.output = .reported(limit + 1 + reply.usage.output.value)
        }
        enter(request, reply.usage, isKnown: fate != .missingUsage)
        if fate == .missingUsage {
            let bound = try await base.tokenUpperBound(of: request)
            reply.usage = .bound(promptTokens: bound, outputTokens: limit)
        }
        return reply
    }

    private func enter(_ request: ModelRequest, _ used: Usage, isKnown: Bool) {
        let attempt = BilledAttempt(
            seed: request.seed ?? 0,
            outputLimit: request.sampling.maxOutputTokens,
            used: used,
            isKnown: isKnown
        )
        state.withLock { $0.bill.append(attempt) }
    }
}
