import PonderCore
import PonderRecord

/// Holds a row's caps against what its searches were charged.
enum BudgetAdherence {
    /// One unit that can be capped: its name, its cap, and the amount of a charge.
    private struct Unit: Sendable {
        var name: String
        var cap: @Sendable (Budget) -> Double?
        var amount: @Sendable (Charge) -> Double
        /// What the amount is divided by, after all sums, to be in the cap's unit.
        var divisor = 1.0
        var isKnown: @Sendable (RowMeasurement) -> Bool = { _ in true }
    }

    private static let units = [
        Unit(
            name: "outputTokens",
            cap: { $0.outputTokens.map(Double.init) },
            amount: { Double($0.outputTokens) }
        ),
        Unit(
            name: "totalTokens",
            cap: { $0.totalTokens.map(Double.init) },
            amount: { Double($0.promptTokens + $0.outputTokens) }
        ),
        Unit(name: "calls", cap: { $0.calls.map(Double.init) }, amount: { Double($0.calls) }),
        Unit(
            name: "costUSD",
            cap: { $0.cost?.dollars },
            amount: { Double($0.costPicoDollars) },
            divisor: 1e12,
            isKnown: { $0.knowsCost }
        ),
        Unit(
            name: "flops",
            cap: { $0.flops.map(Double.init) },
            amount: { $0.flopsUncached.double },
            isKnown: { $0.knowsFlops }
        ),
    ]

    /// Sums of fractions may exceed a cap that was used up exactly by this share.
    private static let tolerance = 1e-12

    /// Returns a line for each cap of a row, those of problems first.
    static func lines(of measurement: RowMeasurement) -> [BudgetLine] {
        let ofProblems = units.compactMap { unit in
            unit.cap(measurement.row.perProblem).map { cap in
                perProblem(measurement, unit: unit, cap: cap)
            }
        }
        let ofRow = units.compactMap { unit in
            unit.cap(measurement.row.perRow).map { cap in
                let total = measurement.results.reduce(0) { sum, result in
                    sum + unit.amount(result.total) / Double(result.replays)
                }
                let used = unit.isKnown(measurement) ? total / unit.divisor : nil
                return line(.row, unit.name, cap, used, .total)
            }
        }
        return ofProblems + ofRow
    }

    private static func perProblem(
        _ measurement: RowMeasurement,
        unit: Unit,
        cap: Double
    ) -> BudgetLine {
        let results = measurement.results
        let peaks = results.compactMap(\.peak).map(unit.amount)
        let areExact = peaks.count == results.count
        let amounts =
            areExact ? peaks : results.map { unit.amount($0.total) / Double($0.replays) }
        return line(
            .problem,
            unit.name,
            cap,
            unit.isKnown(measurement) ? amounts.max().map { $0 / unit.divisor } : nil,
            areExact ? .largest : .largestMean
        )
    }

    private static func line(
        _ scope: BudgetLine.Scope,
        _ unit: String,
        _ cap: Double,
        _ used: Double?,
        _ basis: BudgetLine.Basis
    ) -> BudgetLine {
        BudgetLine(
            scope: scope,
            unit: unit,
            cap: cap,
            used: used,
            basis: basis,
            isKept: used.map { $0 <= cap * (1 + tolerance) }
        )
    }
}
