internal import PonderCore

extension RequestBuilder {
    /// Refuses a request that needs what the model does not declare.
    func check(_ request: ModelRequest, count: Int) throws {
        let capabilities = settings.capabilities
        let sampling = request.sampling
        for (parameter, value) in sampling.parameters where value != nil {
            guard !capabilities.samplingParameters.contains(parameter) else { continue }
            throw unsupported("the sampling parameter '\(parameter.rawValue)'")
        }
        if sampling.maxThinkingTokens != nil, settings.dialect.thinkingLimitField == nil {
            throw unsupported("a limit on thinking tokens")
        }
        if !request.stop.isEmpty, !settings.dialect.acceptsStop {
            throw unsupported("stop strings")
        }
        if let asked = request.topLogProbabilities {
            guard let most = capabilities.topLogProbabilities else {
                throw unsupported("log-probabilities")
            }
            guard asked <= most else { throw unsupported("more than \(most) log-probabilities") }
        }
        if let kind = request.constraint?.kind, !capabilities.constraints.contains(kind) {
            throw unsupported("a constraint of the kind '\(kind.rawValue)'")
        }
        guard (1...settings.drawsPerCall).contains(count) else {
            throw unsupported("\(count) draws in one call, only 1 to \(settings.drawsPerCall)")
        }
        try checkContinuation(request, capabilities: capabilities)
        let numbers = [sampling.temperature, sampling.topP, sampling.minP]
        guard numbers.allSatisfy({ $0?.isFinite ?? true }) else {
            throw failure(.badRequest, "a sampling parameter of the request is not finite")
        }
    }

    private func checkContinuation(
        _ request: ModelRequest,
        capabilities: ModelCapabilities
    ) throws {
        if request.hasPartialReply {
            guard capabilities.continuesPartialReply else {
                throw unsupported("continuing a partial reply")
            }
        } else if settings.endpoint == .chat, settings.dialect.continuation != nil,
            request.messages.last?.speaker == .assistant
        {
            let message =
                "a last message by the assistant would be continued; pass it as partialReply"
            throw failure(.badRequest, message)
        }
    }

    private func unsupported(_ what: String) -> ModelError {
        let message = "the settings of '\(settings.model)' do not declare that it takes \(what)"
        return failure(.unsupported, message)
    }

    private func failure(_ code: ModelError.Code, _ message: String) -> ModelError {
        ModelError(code, message, usage: Usage.none)
    }
}

extension SamplingOptions {
    /// The parameters that a model may reject, with their values.
    fileprivate var parameters: [(SamplingParameter, Any?)] {
        [
            (.temperature, temperature), (.topP, topP), (.topK, topK), (.minP, minP),
            (.effort, effort),
        ]
    }
}
