import PonderRecord

/// What one search spent on average, in every unit; `nil` where a unit is not known.
struct SpendFigures: Hashable, Sendable {
    var outputTokens = 0.0
    var reasoningTokens = 0.0
    var promptTokens = 0.0
    var distinctPromptTokens = 0.0
    var calls = 0.0
    var picoDollars: Double? = 0
    var flops: Double? = 0
    var flopsUncached: Double? = 0
    var seconds = 0.0

    /// Nothing, in every unit.
    static let zero = SpendFigures()

    /// Money in dollars.
    var cost: Double? { picoDollars.map { $0 / 1e12 } }

    /// Output tokens, and each distinct prompt once.
    var totalTokens: Double { outputTokens + distinctPromptTokens }

    /// Output tokens, and prompts as sent.
    var totalTokensUncached: Double { outputTokens + promptTokens }

    init() {}

    /// Divides the charge of several replays among them.
    init(_ charge: Charge, replays: Int, microseconds: Int, knowsCost: Bool, knowsFlops: Bool) {
        let count = Double(replays)
        outputTokens = Double(charge.outputTokens) / count
        reasoningTokens = Double(charge.reasoningTokens) / count
        promptTokens = Double(charge.promptTokens) / count
        distinctPromptTokens = Double(charge.distinctPromptTokens) / count
        calls = Double(charge.calls) / count
        picoDollars = knowsCost ? Double(charge.costPicoDollars) / count : nil
        flops = knowsFlops ? charge.flops.double / count : nil
        flopsUncached = knowsFlops ? charge.flopsUncached.double / count : nil
        seconds = Double(microseconds) / 1e6 / count
    }

    /// The amount on an axis.
    func amount(on axis: SpendAxis) -> Double? {
        switch axis {
        case .flops: flops
        case .outputTokens: outputTokens
        case .totalTokens: totalTokens
        case .cost: cost
        case .seconds: seconds
        }
    }

    /// Returns the mean of some figures, or `nil` of none; a unit unknown in one is unknown.
    static func mean(_ figures: [SpendFigures]) -> SpendFigures? {
        guard !figures.isEmpty else { return nil }
        let count = Double(figures.count)
        func mean(_ path: KeyPath<SpendFigures, Double>) -> Double {
            figures.reduce(0) { $0 + $1[keyPath: path] } / count
        }
        func mean(_ path: KeyPath<SpendFigures, Double?>) -> Double? {
            let known = figures.compactMap { $0[keyPath: path] }
            return known.count == figures.count ? known.reduce(0, +) / count : nil
        }
        var result = SpendFigures()
        result.outputTokens = mean(\.outputTokens)
        result.reasoningTokens = mean(\.reasoningTokens)
        result.promptTokens = mean(\.promptTokens)
        result.distinctPromptTokens = mean(\.distinctPromptTokens)
        result.calls = mean(\.calls)
        result.picoDollars = mean(\.picoDollars)
        result.flops = mean(\.flops)
        result.flopsUncached = mean(\.flopsUncached)
        result.seconds = mean(\.seconds)
        return result
    }
}
