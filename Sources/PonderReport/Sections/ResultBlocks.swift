/// The table of a task's rows: accuracy, the difference to the baseline, and the oracle bound.
enum ResultBlocks {
    static func make(_ task: TaskAnalysis) -> [ReportBlock] {
        [.heading("Accuracy and paired differences"), .table(accuracy(task)), .table(spend(task))]
    }

    private static func accuracy(_ task: TaskAnalysis) -> ReportTable {
        let rows = task.rows.map { row -> [ReportTable.Cell] in
            let summary = row.summary
            let entry = task.differences.first { $0.row.id == row.id }
            let checker = summary.oracleUse == "none" ? "" : " (uses a \(summary.oracleUse))"
            return [
                ReportTable.Cell(row.name + checker), problems(summary),
                ReportTable.Cell(NumberText.percent(summary.accuracy)),
                ReportTable.Cell(NumberText.interval(summary.accuracyLow, summary.accuracyHigh)),
                difference(entry, row: row),
                ReportTable.Cell(NumberText.probability(entry?.comparison.adjustedP)),
                ReportTable.Cell(NumberText.percent(summary.oracle)),
                ReportTable.Cell(NumberText.amount(summary.oracleDraws)),
                ReportTable.Cell(NumberText.percent(summary.minimumDetectableDifference)),
            ]
        }
        let baselines = task.differences.reduce(into: [String]()) { names, entry in
            if !names.contains(entry.baseline.name) { names.append(entry.baseline.name) }
        }
        let against =
            baselines.isEmpty
            ? ""
            : " Differences are taken problem by problem from \(baselines.joined(separator: "; "))."
        return ReportTable(
            "How accurate is each row, and does it differ from the baseline?\(against) Intervals "
                + "are 95 %, pointwise: Wilson's for one result per problem, else a bootstrap over "
                + "problems. p is McNemar's for one result per problem, else a sign-flip test, "
                + "adjusted by Holm's method. Detectable: the least true shift of the row's own "
                + "accuracy that so many problems find, at 5 % with power 80 %. The oracle bound "
                + "counts any right candidate, so no row reaches it without a perfect selector.",
            columns: [
                .text("Row"), .number("Problems"), .number("Accuracy, %"),
                .number("95 % interval"), .text("Minus baseline, points"), .number("p"),
                .number("Oracle bound, %"), .number("Candidates per search"),
                .number("Detectable, points"),
            ],
            rows: rows
        )
    }

    private static func spend(_ task: TaskAnalysis) -> ReportTable {
        let rows = task.rows.map { row -> [ReportTable.Cell] in
            let summary = row.summary
            let entry = task.differences.first { $0.row.id == row.id }
            let ratio = task.mainAxis.flatMap { entry?.comparison.spendRatio[$0.rawValue] }
            return [
                ReportTable.Cell(row.name),
                ReportTable.Cell(NumberText.metric(summary.flopsPerProblem)),
                ReportTable.Cell(NumberText.amount(summary.outputTokensPerProblem)),
                ReportTable.Cell(NumberText.amount(summary.totalTokensPerProblem)),
                ReportTable.Cell(NumberText.amount(summary.totalTokensUncachedPerProblem)),
                ReportTable.Cell(NumberText.dollars(summary.costUSDPerProblem)),
                ReportTable.Cell(NumberText.significant(summary.modelledSecondsPerProblem)),
                ReportTable.Cell(NumberText.amount(summary.callsPerProblem)),
                ReportTable.Cell(NumberText.factor(ratio)),
            ]
        }
        let axis = task.mainAxis?.name ?? "Spend"
        return ReportTable(
            "What does one search of a problem cost? FLOPs and total tokens count each distinct "
                + "prompt once per search; tokens as sent and money count it for every call. "
                + "Seconds are modelled from the stated rates, not measured.",
            text: ["Row"],
            numbers: [
                "FLOPs", "Output tokens", "Total tokens", "Total tokens as sent", "Money, US$",
                "Modelled seconds", "Calls", "\(axis) over baseline",
            ],
            rows: rows
        )
    }

    private static func difference(
        _ entry: TaskAnalysis.Difference?,
        row: ReportRow
    ) -> ReportTable.Cell {
        guard let entry else {
            return ReportTable.Cell(
                row.summary.problemsScored > 0 ? "baseline" : NumberText.missing,
                .muted
            )
        }
        let comparison = entry.comparison
        guard comparison.isSignificant else { return ReportTable.Cell(comparison.verdict, .muted) }
        return ReportTable.Cell(comparison.verdict, (comparison.difference ?? 0) > 0 ? .good : .bad)
    }

    private static func problems(_ summary: SummaryRow) -> ReportTable.Cell {
        if summary.problemsScored == summary.problemsPlanned {
            return ReportTable.Cell("\(summary.problemsScored)")
        }
        return ReportTable.Cell("\(summary.problemsScored) of \(summary.problemsPlanned)", .bad)
    }
}
