import PonderCore
public import PonderRecord
import PonderStatistics

/// Sums up a run, row by row; a pure function of the run's log.
public enum Summary: Sendable {
    /// Returns one summary for each row of a run, in order, rows without results included.
    ///
    /// Accuracy is the mean over problems with a search that did not fail: truncated, unparsable,
    /// refused, empty and unaffordable searches are not right and count; failed ones are left out,
    /// counted apart, and bounded by ``SummaryRow/accuracyIfFailedWrong`` and
    /// ``SummaryRow/accuracyIfFailedRight``. Amounts include failed searches.
    ///
    /// - Complexity: O(results · log results + rows · problems · resamples).
    public static func rows(of log: RunLog) -> [SummaryRow] {
        var resamples = Resamples()
        return log.header.rows.map { row in
            self.row(RowMeasurement(row, of: log), resamples: &resamples)
        }
    }

    /// Returns rows as JSON text: an array with one row a line, keys sorted.
    ///
    /// Equal rows give equal bytes. Numbers have the fewest digits that read back the same.
    ///
    /// - Throws: `EncodingError` when a setting is not a finite number.
    public static func json(_ rows: [SummaryRow]) throws -> String {
        try JSONLines.array(rows)
    }

    static func row(_ measurement: RowMeasurement, resamples: inout Resamples) -> SummaryRow {
        let row = measurement.row
        let scored = measurement.scored
        let accuracy = AccuracyEstimate(
            scored,
            isRealised: row.estimator == "realised",
            task: row.task,
            resamples: &resamples
        )
        let spend = measurement.spend
        let bounds = failureBounds(measurement)
        return SummaryRow(
            run: measurement.header.name,
            model: row.model,
            task: row.task,
            strategy: row.strategy,
            label: row.label,
            settings: row.settings,
            roles: named(measurement.roles),
            problems: measurement.problems.count,
            problemsPlanned: measurement.task?.problems ?? measurement.problems.count,
            problemsScored: scored.count,
            epochs: measurement.header.epochs,
            complete: measurement.isComplete,
            searches: measurement.results.reduce(0) { $0 + $1.replays },
            failedSearches: measurement.results.reduce(0) { $0 + $1.replays - $1.scoredReplays },
            accuracy: accuracy?.mean,
            accuracyLow: accuracy?.interval?.low,
            accuracyHigh: accuracy?.interval?.high,
            intervalMethod: accuracy?.interval == nil ? nil : accuracy?.method.rawValue,
            accuracyIfFailedWrong: bounds?.lowerBound,
            accuracyIfFailedRight: bounds?.upperBound,
            estimator: row.estimator,
            minimumDetectableDifference: accuracy?.minimumDetectable,
            oracle: mean(scored.compactMap(\.coverage)),
            oracleDraws: mean(measurement.problems.map(\.candidates)),
            oracleUse: row.oracleUse,
            outputTokensPerProblem: spend?.outputTokens,
            reasoningTokensPerProblem: spend?.reasoningTokens,
            promptTokensPerProblem: spend?.promptTokens,
            totalTokensPerProblem: spend?.totalTokens,
            totalTokensUncachedPerProblem: spend?.totalTokensUncached,
            callsPerProblem: spend?.calls,
            costUSDPerProblem: spend?.cost,
            flopsPerProblem: spend?.flops,
            flopsUncachedPerProblem: spend?.flopsUncached,
            modelledSecondsPerProblem: spend?.seconds,
            spendByRole: spendByRole(measurement),
            outcomes: outcomes(measurement),
            budget: BudgetAdherence.lines(of: measurement)
        )
    }

    /// What accuracy would be had every failed search been wrong, or right.
    private static func failureBounds(_ measurement: RowMeasurement) -> ClosedRange<Double>? {
        let results = Dictionary(grouping: measurement.results, by: \.problem).values
        let bounds = results.map { results in
            let wrong = results.map { Double($0.correct) / Double($0.replays) }
            let right = results.map {
                Double($0.correct + $0.replays - $0.scoredReplays) / Double($0.replays)
            }
            return (wrong: mean(wrong) ?? 0, right: mean(right) ?? 0)
        }
        // Dictionary order must not reach a sum.
        guard let low = mean(bounds.map(\.wrong).sorted()),
            let high = mean(bounds.map(\.right).sorted())
        else { return nil }
        return low...max(low, high)
    }

    private static func spendByRole(_ measurement: RowMeasurement) -> [String: RoleSpend] {
        let knowledge = RoleKnowledge(row: measurement.row, header: measurement.header)
        let problems = measurement.problems.map(\.id)
        let results = Dictionary(grouping: measurement.results, by: \.problem)
        let charged = measurement.results.reduce(into: Set<Role>()) {
            $0.formUnion($1.charged.keys)
        }
        var lines: [String: RoleSpend] = [:]
        for role in charged.union(measurement.roles.keys) {
            let figures = problems.compactMap { problem in
                SpendFigures.mean(
                    (results[problem] ?? []).map { result in
                        SpendFigures(
                            result.charged[role] ?? Charge(),
                            replays: result.replays,
                            microseconds: 0,
                            knowsCost: knowledge.knowsCost(of: role),
                            knowsFlops: knowledge.knowsFlops(of: role)
                        )
                    }
                )
            }
            guard let mean = SpendFigures.mean(figures) else { continue }
            lines[role.rawValue] = RoleSpend(
                model: knowledge.model(of: role),
                outputTokens: mean.outputTokens,
                totalTokens: mean.totalTokens,
                calls: mean.calls,
                costUSD: mean.cost,
                flops: mean.flops
            )
        }
        return lines
    }

    private static func outcomes(_ measurement: RowMeasurement) -> [String: Int] {
        var counts: [String: Int] = [:]
        for outcome in ResultRecord.Outcome.allCases { counts[outcome.rawValue] = 0 }
        for result in measurement.results { counts[result.outcome.rawValue, default: 0] += 1 }
        return counts
    }

    private static func named(_ roles: [Role: String]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: roles.map { ($0.key.rawValue, $0.value) })
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}
