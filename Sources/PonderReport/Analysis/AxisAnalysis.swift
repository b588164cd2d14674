import PonderStatistics

/// The rows of a task on one axis: who stands there, and who is on the frontier.
struct AxisAnalysis: Sendable {
    /// A row that has no place on the axis, and why.
    struct Unranked: Sendable {
        var row: ReportRow
        var reason: String
    }

    /// The axis.
    let axis: SpendAxis
    /// The rows that stand on the axis.
    let ranked: [ReportRow]
    /// The rows that do not.
    let unranked: [Unranked]
    /// The rows on the frontier, from cheap to dear.
    let frontier: [ReportRow]
    /// The share of resamples in which a row is on the frontier, by the row's id.
    let probabilities: [Int: Double]
    /// The problems that the frontier is computed on: those that all its rows have scored.
    let problems: Int

    /// Analyses the rows of one task.
    init(_ axis: SpendAxis, rows: [ReportRow], resamples: inout Resamples) {
        self.axis = axis
        var ranked: [ReportRow] = []
        var unranked: [Unranked] = []
        for row in rows {
            if let reason = Self.reason(row, on: axis) {
                unranked.append(Unranked(row: row, reason: reason))
            } else {
                ranked.append(row)
            }
        }
        self.ranked = ranked
        self.unranked = unranked
        let rivals = ranked.filter(\.isMostlyScored)
        let paired = PairedProblems(rivals.map(\.measurement))
        let measured = rivals.indices.compactMap { paired.measured($0, on: axis) }
        problems = paired.ids.count
        guard let task = rivals.first?.summary.task, measured.count == rivals.count else {
            frontier = []
            probabilities = [:]
            return
        }
        let matrix = resamples.matrix(task: task, problems: paired.ids.count)
        let summary = ResampledRows(measured, matrix: matrix).frontier()
        frontier = (summary?.members ?? []).map { rivals[$0] }
        var probabilities: [Int: Double] = [:]
        for (row, probability) in zip(rivals, summary?.probabilities ?? []) {
            probabilities[row.id] = probability
        }
        self.probabilities = probabilities
    }

    private static func reason(_ row: ReportRow, on axis: SpendAxis) -> String? {
        if row.summary.problemsScored == 0 { return "it has no scored problem" }
        if row.rankedSpend(on: axis) != nil { return nil }
        switch axis {
        case .outputTokens where row.measurement.usesOtherRoles:
            return "it calls other roles than the policy, which output tokens alone do not count"
        case .flops: return "the shape of a model is not known"
        case .cost: return "the price of a model is not known, or is zero"
        case .outputTokens, .totalTokens, .seconds: return "it spent nothing"
        }
    }
}

extension ReportRow {
    /// Whether at least half of the planned problems are scored, so that rows can be ranked.
    var isMostlyScored: Bool {
        summary.problemsScored > 0 && summary.problemsScored * 2 >= summary.problemsPlanned
    }
}
