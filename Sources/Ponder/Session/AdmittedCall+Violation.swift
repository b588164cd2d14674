import PonderCore

extension AdmittedCall {
    /// What an attempt is taken to have used when nobody says.
    var worstUsage: Usage {
        .bound(promptTokens: promptBound, outputTokens: request.sampling.maxOutputTokens)
    }

    /// A usage with its upper bounds brought down to what is reserved, which no attempt exceeds.
    ///
    /// A provider that does not say what it used may bound it less tightly than the reservation.
    func tightened(_ usage: Usage) -> Usage {
        var usage = usage
        if usage.prompt.source == .bounded {
            usage.prompt.value = min(usage.prompt.value, promptBound)
        }
        if usage.output.source == .bounded {
            usage.output.value = min(usage.output.value, request.sampling.maxOutputTokens)
        }
        return usage
    }

    /// The error of a provider that used more than it was allowed to.
    func violation(by usage: Usage) -> ModelError? {
        let limit = request.sampling.maxOutputTokens
        let isOver = usage.output.value > limit
        guard isOver || usage.prompt.value > promptBound else { return nil }
        let what =
            isOver
            ? "\(usage.output.value) output tokens where \(limit) were allowed"
            : "\(usage.prompt.value) prompt tokens where at most \(promptBound) were expected"
                + " (raise the model's template overhead)"
        return ModelError(
            .boundViolated,
            "\(endpoint.name) used \(what); it is billed as it was and not called again",
            isFatal: true,
            usage: usage
        )
    }
}
