import PonderRecord
import PonderStatistics

/// Compares rows of one task with each other and with a baseline's curve.
struct RowComparer {
    /// The resamples that everything is computed from.
    var resamples = Resamples()

    /// Compares two rows problem by problem; the p-value is not adjusted yet.
    mutating func compare(_ first: RowMeasurement, minus second: RowMeasurement) -> Comparison {
        let paired = PairedProblems([first, second])
        let count = paired.ids.count
        let scores = (first: paired.scores(0), second: paired.scores(1))
        let task = first.row.task
        let difference = resamples.matrix(task: task, problems: count)
            .pairedDifference(scores.first, minus: scores.second)
        let isBinary =
            first.row.estimator == "realised" && second.row.estimator == "realised"
            && paired.isBinary(0) && paired.isBinary(1)
        var comparison = Comparison(
            first: Self.describe(first, accuracy: Self.mean(scores.first)),
            second: Self.describe(second, accuracy: Self.mean(scores.second)),
            problems: count,
            unpaired: first.scored.count + second.scored.count - 2 * count,
            difference: difference?.estimate,
            low: difference?.interval?.low,
            high: difference?.interval?.high,
            minimumDetectable: difference?.minimumDetectable,
            correlation: difference?.correlation,
            signFlipP: SignFlipTest.pValue(
                differences: zip(scores.first, scores.second).map { $0 - $1 },
                seed: Resamples.seed("sign-flip", task: task, problems: count)
            ),
            mcNemarP: isBinary && count > 0
                ? McNemarTest(
                    first: scores.first.map { $0 == 1 },
                    second: scores.second.map { $0 == 1 }
                ).exactPValue : nil,
            adjustedP: nil,
            comparisons: 1,
            spendRatio: [:],
            equalSpend: nil,
            notes: Self.notes(first, second, paired: paired)
        )
        comparison.conclude(adjustedP: comparison.rawP, comparisons: 1)
        for axis in SpendAxis.allCases {
            guard let a = paired.costs(0, on: axis).flatMap(Self.mean),
                let b = paired.costs(1, on: axis).flatMap(Self.mean), b > 0
            else { continue }
            comparison.spendRatio[axis.rawValue] = a / b
        }
        return comparison
    }

    /// Compares a row with a baseline's curve at equal spend.
    ///
    /// - Parameters:
    ///   - row: the row.
    ///   - baseline: the rows of the curve; at least two are needed.
    ///   - axis: the unit of spend; `nil` if there is none that all rows share.
    /// - Returns: the comparison, or why it could not be made.
    mutating func compare(
        _ row: RowMeasurement,
        atEqualSpendWith baseline: [RowMeasurement],
        on axis: SpendAxis?
    ) -> EqualSpend {
        let labels = baseline.map(\.row.label)
        guard baseline.count >= 2 else { return EqualSpend(.noBaseline, axis: axis) }
        guard let axis else { return EqualSpend(.noAxis, axis: nil, baseline: labels) }
        let all = [row] + baseline
        let paired = PairedProblems(all)
        let measured = all.indices.compactMap { paired.measured($0, on: axis) }
        let isRanked = axis != .outputTokens || !all.contains(where: \.usesOtherRoles)
        guard measured.count == all.count, isRanked, !paired.ids.isEmpty else {
            return EqualSpend(.noAxis, axis: axis, baseline: labels)
        }
        let rows = ResampledRows(
            measured,
            matrix: resamples.matrix(task: row.row.task, problems: paired.ids.count)
        )
        switch rows.equalSpend(of: 0, against: Array(measured.indices.dropFirst())) {
        case .noOverlap: return EqualSpend(.noOverlap, axis: axis, baseline: labels)
        case .difference(let result): return EqualSpend(result, axis: axis, baseline: labels)
        }
    }

    /// Adjusts the p-values of comparisons that are read together, by Holm's method.
    static func adjust(_ comparisons: [Comparison]) -> [Comparison] {
        let tested = comparisons.indices.filter { comparisons[$0].rawP != nil }
        let adjusted = MultipleComparisons.holm(tested.compactMap { comparisons[$0].rawP })
        var result = comparisons
        for (index, p) in zip(tested, adjusted) {
            result[index].conclude(adjustedP: p, comparisons: tested.count)
        }
        return result
    }

    /// The first axis in which all rows are known and may be ranked: FLOPs, if they are.
    static func mainAxis(of rows: [RowMeasurement]) -> SpendAxis? {
        let usesOtherRoles = rows.contains(where: \.usesOtherRoles)
        return SpendAxis.allCases.first { axis in
            (axis != .outputTokens || !usesOtherRoles)
                && rows.allSatisfy { ($0.spend?.amount(on: axis) ?? 0) > 0 }
        }
    }

    private static func describe(_ row: RowMeasurement, accuracy: Double?) -> Comparison.Row {
        Comparison.Row(
            run: row.header.name,
            model: row.row.model,
            task: row.row.task,
            label: row.row.label,
            accuracy: accuracy
        )
    }

    private static func notes(
        _ first: RowMeasurement,
        _ second: RowMeasurement,
        paired: PairedProblems
    ) -> [String] {
        var notes: [String] = []
        if first.task?.digest != second.task?.digest {
            notes.append("the problem sets differ; problems are matched by their ids")
        }
        if first.row.oracleUse != second.row.oracleUse {
            notes.append("only one of the rows consults a checker")
        }
        if first.row.estimator != second.row.estimator {
            notes.append("one row is realised, the other an expectation over permutations")
        }
        return notes
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
