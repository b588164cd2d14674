import PonderRecord
import PonderStatistics

/// Everything a report says about the rows on one set of problems.
struct TaskAnalysis: Sendable {
    /// A row's comparison with the row that is its baseline.
    struct Difference: Sendable {
        var row: ReportRow
        var baseline: ReportRow
        var comparison: Comparison
    }

    /// A row's comparison with the curve of its baseline.
    struct EqualSpendRow: Sendable {
        var row: ReportRow
        var result: EqualSpend
    }

    /// A curve's comparison with the baseline's, over the spends that both cover.
    struct Area: Sendable {
        var name: String
        var result: AreaComparison
    }

    /// The place among the tasks of a report, from 0.
    let id: Int
    /// The task's name, with more where two tasks share it.
    let title: String
    /// The rows.
    let rows: [ReportRow]
    /// The rows as curves.
    let series: [RowSeries]
    /// The axes that at least one row stands on.
    let axes: [AxisAnalysis]
    /// The axis that comparisons at equal spend use: of those with most rows, the first.
    let mainAxis: SpendAxis?
    /// Rows against their baselines; a baseline itself is not in it.
    let differences: [Difference]
    /// Rows against their baselines' curves, for rows that are not a part of it.
    let equalSpend: [EqualSpendRow]
    /// Curves against the baseline's, for curves of at least two rows.
    let areas: [Area]

    /// Analyses the rows on one set of problems.
    init(
        id: Int,
        title: String,
        rows: [ReportRow],
        comparer: inout RowComparer,
        nameOf: (ReportRow, [String]) -> String
    ) {
        self.id = id
        self.title = title
        self.rows = rows
        series = RowSeries.group(rows, nameOf: nameOf)
        axes = SpendAxis.allCases
            .map { AxisAnalysis($0, rows: rows, resamples: &comparer.resamples) }
            .filter { !$0.ranked.isEmpty }
        let best = axes.map(\.ranked.count).max() ?? 0
        mainAxis = axes.first { $0.ranked.count == best }?.axis
        differences = Self.differences(rows, comparer: &comparer)
        equalSpend = Self.equalSpend(rows, axis: mainAxis, comparer: &comparer)
        areas = Self.areas(series, rows: rows, axis: mainAxis, resamples: &comparer.resamples)
    }

    /// The analysis of the main axis.
    var main: AxisAnalysis? { axes.first { $0.axis == mainAxis } }

    private static func differences(
        _ rows: [ReportRow],
        comparer: inout RowComparer
    ) -> [Difference] {
        var pairs: [(row: ReportRow, baseline: ReportRow)] = []
        for row in rows where row.summary.problemsScored > 0 {
            let reference = Baseline.reference(
                for: row.measurement,
                among: rows.map(\.measurement)
            )
            guard let reference,
                let baseline = rows.first(where: { $0.measurement.isSameRow(as: reference) }),
                baseline.id != row.id
            else { continue }
            pairs.append((row, baseline))
        }
        var comparisons: [Comparison] = []
        for pair in pairs {
            comparisons.append(
                comparer.compare(pair.row.measurement, minus: pair.baseline.measurement)
            )
        }
        return zip(pairs, RowComparer.adjust(comparisons)).map { pair, comparison in
            Difference(row: pair.row, baseline: pair.baseline, comparison: comparison)
        }
    }

    private static func equalSpend(
        _ rows: [ReportRow],
        axis: SpendAxis?,
        comparer: inout RowComparer
    ) -> [EqualSpendRow] {
        var results: [EqualSpendRow] = []
        for row in rows where row.summary.problemsScored > 0 {
            let curve = Baseline.curve(for: row.measurement, among: rows.map(\.measurement))
            if curve.contains(where: { $0.isSameRow(as: row.measurement) }) { continue }
            let result = comparer.compare(row.measurement, atEqualSpendWith: curve, on: axis)
            results.append(EqualSpendRow(row: row, result: result))
        }
        return results
    }

    private static func areas(
        _ series: [RowSeries],
        rows: [ReportRow],
        axis: SpendAxis?,
        resamples: inout Resamples
    ) -> [Area] {
        guard let axis else { return [] }
        var areas: [Area] = []
        for curve in series where curve.rows.count > 1 {
            guard let first = curve.rows.first else { continue }
            let baseline = Baseline.curve(for: first.measurement, among: rows.map(\.measurement))
            let isBaseline = baseline.contains { $0.isSameRow(as: first.measurement) }
            guard baseline.count > 1, !isBaseline else { continue }
            let all = curve.rows.map(\.measurement) + baseline
            let paired = PairedProblems(all)
            let measured = all.indices.compactMap { paired.measured($0, on: axis) }
            guard measured.count == all.count, !paired.ids.isEmpty else { continue }
            let matrix = resamples.matrix(task: first.summary.task, problems: paired.ids.count)
            let result = ResampledRows(measured, matrix: matrix).areaDifference(
                of: Array(curve.rows.indices),
                minus: Array(curve.rows.count..<all.count)
            )
            areas.append(Area(name: curve.name, result: result))
        }
        return areas
    }
}

extension RowMeasurement {
    /// Whether both are the same row of the same run.
    func isSameRow(as other: RowMeasurement) -> Bool {
        run == other.run && row.row == other.row.row
    }
}
