public import PonderCore
import Synchronization

/// Checks that a model keeps the promises of `LanguageModel`.
///
/// It makes about thirty short calls of a few tokens, so it can run against a real provider.
public struct LanguageModelConformance: Sendable {
    private let model: any LanguageModel
    private let messages: [Message]

    /// Creates the suite for a model.
    ///
    /// - Parameters:
    ///   - model: the model.
    ///   - messages: a conversation that the model answers with more than four tokens.
    public init(
        _ model: any LanguageModel,
        messages: [Message] = [.user("Count from one to ten in words.")]
    ) {
        self.model = model
        self.messages = messages
    }

    /// Returns what the model does wrong.
    public func violations() async throws -> [Violation] {
        let identity = model.identity
        let capabilities = model.capabilities
        var violations = try await limitsHold() + deltasSpellTheReply() + cancellationEndsIt()
        violations += try await logProbabilitiesFit()
        violations += try await stopStringsEndTheReply()
        violations += try await repeatsItself()
        if model.identity != identity || model.capabilities != capabilities {
            violations.append(Violation("identity and capabilities never change", "they did"))
        }
        return violations
    }

    private func request(limit: Int, seed: UInt64 = 1) -> ModelRequest {
        ModelRequest(
            messages: messages,
            sampling: SamplingOptions(temperature: 0.8, maxOutputTokens: limit),
            seed: seed
        )
    }

    private func limitsHold() async throws -> [Violation] {
        var violations: [Violation] = []
        for limit in [1, 2, 16] {
            let request = request(limit: limit)
            let bound = try await model.tokenUpperBound(of: request)
            let reply = try await model.generate(request, onDelta: nil)
            let usage = reply.usage
            if usage.output.value > limit {
                violations.append(
                    Violation("the output limit holds", "\(usage.output) of \(limit)")
                )
            }
            if usage.prompt.value > bound {
                violations.append(
                    Violation("the prompt's bound holds", "\(usage.prompt), \(bound)")
                )
            }
            if model.capabilities.countsTokensExactly, usage.prompt.source != .bounded,
                usage.prompt.value != bound
            {
                violations.append(Violation("exact counts are exact", "\(usage.prompt), \(bound)"))
            }
            if usage.reasoning.value > usage.output.value {
                violations.append(Violation("reasoning is part of the output", "\(usage)"))
            }
            if usage.cachedPrompt.value > usage.prompt.value {
                violations.append(Violation("cached is part of the prompt", "\(usage)"))
            }
        }
        return violations
    }

    private func deltasSpellTheReply() async throws -> [Violation] {
        let deltas = Mutex<[ReplyDelta]>([])
        let reply = try await model.generate(request(limit: 16)) { delta in
            deltas.withLock { $0.append(delta) }
        }
        let (text, thinking) = deltas.withLock { deltas in
            deltas.reduce(into: ("", "")) { sum, delta in
                switch delta {
                case .text(let piece): sum.0 += piece
                case .thinking(let piece): sum.1 += piece
                }
            }
        }
        guard text == reply.text, thinking == reply.thinking ?? "" else {
            return [Violation("deltas spell the reply", "'\(text)' for '\(reply.text)'")]
        }
        return []
    }

    private func logProbabilitiesFit() async throws -> [Violation] {
        guard let most = model.capabilities.topLogProbabilities else { return [] }
        var violations: [Violation] = []
        for count in Set([0, min(1, most), min(5, most)]).sorted() {
            var request = request(limit: 8)
            request.topLogProbabilities = count
            let reply = try await model.generate(request, onDelta: nil)
            guard let tokens = reply.tokens else {
                violations.append(Violation("log-probabilities come when asked for", "none"))
                continue
            }
            for token in tokens {
                if token.alternatives.count > count {
                    violations.append(Violation("no more alternatives than asked", "\(token)"))
                }
                let all = [token.logProbability] + token.alternatives.map(\.logProbability)
                if !all.allSatisfy({ $0 <= 1e-6 }) {
                    violations.append(Violation("log-probabilities are not positive", "\(token)"))
                }
                if zip(all.dropFirst(), all.dropFirst(2)).contains(where: { $0 < $1 }) {
                    violations.append(Violation("alternatives fall in probability", "\(token)"))
                }
            }
            if tokens.count > reply.usage.output.value {
                violations.append(Violation("tokens are part of the output", "\(tokens.count)"))
            }
        }
        return violations
    }

    private func stopStringsEndTheReply() async throws -> [Violation] {
        let whole = try await model.generate(request(limit: 16), onDelta: nil)
        guard let middle = whole.text.split(separator: " ").dropFirst().first else { return [] }
        var request = request(limit: 16)
        request.stop = [String(middle)]
        let reply = try await model.generate(request, onDelta: nil)
        guard !reply.text.contains(middle) else {
            return [Violation("a stop string is not part of the text", "'\(reply.text)'")]
        }
        return []
    }

    private func repeatsItself() async throws -> [Violation] {
        guard model.capabilities.isRepeatable else { return [] }
        let alone = try await model.generate(request(limit: 16, seed: 7), onDelta: nil)
        let together = try await withThrowingTaskGroup(of: (UInt64, Reply).self) { group in
            for index in 0..<12 {
                let seed: UInt64 = index.isMultiple(of: 3) ? 7 : UInt64(index)
                let request = request(limit: 16, seed: seed)
                group.addTask { (seed, try await model.generate(request, onDelta: nil)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        return together.compactMap { seed, reply in
            guard seed == 7, reply.text != alone.text || reply.finish != alone.finish else {
                return nil
            }
            return Violation("equal seeds give equal replies at any load", "'\(reply.text)'")
        }
    }

    private func cancellationEndsIt() async -> [Violation] {
        await withTaskGroup(of: [Violation].self) { group in
            group.cancelAll()
            group.addTask {
                do {
                    _ = try await model.generate(request(limit: 64), onDelta: nil)
                    return [Violation("a cancelled call throws", "it replied")]
                } catch is CancellationError {
                    return []
                } catch {
                    return [Violation("a cancelled call throws CancellationError", "\(error)")]
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }
}
