import PonderCore

/// What a search of a conformance suite came to, and the bill that the models kept of it.
struct ConformanceOutcome: Sendable {
    /// The shape that the models are said to have.
    static let compute = ComputeModel(
        nonEmbeddingParameters: 1000,
        layers: 2,
        width: 8,
        vocabulary: 100
    )

    /// The prices that the models are said to have.
    static let prices = PriceTable(input: 3, output: 7, date: "2026-01-01")

    var result: SearchResult

    /// What the models were used for, in every unit.
    var bill: Spend

    /// Adds up the models' own bills.
    init(result: SearchResult, attempts: [BilledAttempt]) {
        self.result = result
        bill = attempts.reduce(.zero) { sum, attempt in
            let (prompt, output) = (attempt.used.prompt.value, attempt.used.output.value)
            return sum
                + Spend(
                    promptTokens: prompt,
                    outputTokens: output,
                    calls: 1,
                    cost: Self.prices.cost(promptTokens: prompt, outputTokens: output),
                    flops: Self.compute.operations(promptTokens: prompt, outputTokens: output)
                )
        }
    }

    /// What is wrong with the trace and the ledger of a search that was not cancelled.
    func audit() -> [Violation] {
        var violations = TraceAudit.violations(in: result.trace)
        let charged = result.charged.total.asSent
        if charged != bill {
            let detail = "charged \(charged), billed \(bill)"
            violations.append(Violation("the ledger is the models' own bill", detail))
        }
        if result.answer == nil, result.confidence != 0 {
            let detail = "\(result.confidence)"
            violations.append(Violation("without an answer the confidence is 0", detail))
        }
        if !(0...1).contains(result.confidence) {
            violations.append(Violation("a confidence is in 0...1", "\(result.confidence)"))
        }
        return violations
    }
}
