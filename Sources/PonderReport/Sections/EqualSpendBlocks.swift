import PonderStatistics

/// Compares rows and curves with the baseline's curve where both spend the same.
enum EqualSpendBlocks {
    static func make(_ task: TaskAnalysis) -> [ReportBlock] {
        guard !task.equalSpend.isEmpty else { return [] }
        let heading = ReportBlock.heading("Equal spend")
        guard let axis = task.mainAxis,
            task.equalSpend.contains(where: { $0.result.status != .noBaseline })
        else {
            return [
                heading,
                .paragraph(
                    "There is no baseline curve to compare with at equal spend: that takes at "
                        + "least two rows of \(Baseline.single) and \(Baseline.vote) with the same "
                        + "model."
                ),
            ]
        }
        var blocks = [heading, .table(rows(task, axis: axis))]
        if !task.areas.isEmpty { blocks.append(.table(areas(task, axis: axis))) }
        return blocks
    }

    private static func rows(_ task: TaskAnalysis, axis: SpendAxis) -> ReportTable {
        let rows = task.equalSpend.map { entry -> [ReportTable.Cell] in
            let result = entry.result
            let tone: ReportTable.Tone =
                result.isSignificant ? ((result.difference ?? 0) > 0 ? .good : .bad) : .muted
            return [
                ReportTable.Cell(entry.row.name), ReportTable.Cell(result.verdict, tone),
                ReportTable.Cell(
                    NumberText.spend(entry.row.measurement.spend?.amount(on: axis), on: axis)
                ),
                ReportTable.Cell(NumberText.percent(entry.row.summary.accuracy)),
                ReportTable.Cell(NumberText.percent(result.baselineAccuracy)),
                ReportTable.Cell(NumberText.percent(result.clampedShare)),
            ]
        }
        let labels = task.equalSpend.map(\.result.baseline).first { !$0.isEmpty } ?? []
        return ReportTable(
            "At equal \(axis.noun), is a row more accurate than voting? The baseline's curve goes "
                + "through \(labels.joined(separator: "; ")), is interpolated in log spend, and is "
                + "never extrapolated: no overlap means that the row spends less or more than all "
                + "of it. Spend and accuracy are resampled together over problems; the intervals "
                + "are not adjusted for the number of rows. At the edge: the share of resamples "
                + "that fell off the curve's end and were taken there.",
            text: ["Row", "Minus baseline at equal spend, points"],
            numbers: [axis.title, "Accuracy, %", "Baseline there, %", "At the edge, %"],
            rows: rows
        )
    }

    private static func areas(_ task: TaskAnalysis, axis: SpendAxis) -> ReportTable {
        let rows = task.areas.map { area -> [ReportTable.Cell] in
            guard case .difference(let result) = area.result else {
                let missing = ReportTable.Cell(NumberText.missing, .muted)
                return [ReportTable.Cell(area.name), ReportTable.Cell("no overlap", .muted)]
                    + [missing, missing, missing]
            }
            let low = result.interval?.low
            let high = result.interval?.high
            let isSignificant = (low ?? 0) > 0 || (high ?? 0) < 0
            let verdict = Verdict.text(
                difference: result.estimate,
                low: low,
                high: high,
                minimumDetectable: result.minimumDetectable,
                isSignificant: isSignificant
            )
            let tone: ReportTable.Tone =
                isSignificant ? (result.estimate > 0 ? .good : .bad) : .muted
            let range =
                "\(NumberText.spend(result.costs.lowerBound, on: axis)) to "
                + NumberText.spend(result.costs.upperBound, on: axis)
            return [
                ReportTable.Cell(area.name), ReportTable.Cell(verdict, tone),
                ReportTable.Cell(range), ReportTable.Cell(NumberText.percent(result.first)),
                ReportTable.Cell(NumberText.percent(result.second)),
            ]
        }
        return ReportTable(
            "Over the range of \(axis.noun) that both cover, is a curve above the baseline's? Mean "
                + "accuracy at a spend drawn evenly from the logarithmic axis.",
            text: ["Curve", "Minus baseline, points"],
            numbers: ["Shared range", "Mean accuracy, %", "Baseline, %"],
            rows: rows
        )
    }
}
