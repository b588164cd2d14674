import PonderStatistics

/// Says in sentences what the numbers show, and what they do not.
enum FindingsSection {
    /// The most significant differences that are told one by one.
    private static let most = 5

    static func make(_ data: ReportData) -> [ReportSection] {
        let sentences = data.tasks.flatMap { task in
            leader(task) + differences(task) + equalSpend(task) + oracle(task)
        }
        let blocks: [ReportBlock] =
            sentences.isEmpty
            ? [.paragraph("No row has a scored problem yet.")] : [.list(sentences)]
        return [
            ReportSection(
                anchor: "findings",
                title: "Findings",
                question: "What do the numbers show, and what can they not show?",
                blocks: warnings(data) + blocks
            )
        ]
    }

    /// What must be known before any number is read.
    private static func warnings(_ data: ReportData) -> [ReportBlock] {
        var warnings: [String] = []
        for row in data.rows {
            let summary = row.summary
            let name = "\(summary.task), \(row.name)"
            if summary.failedSearches > 0 {
                let all = "\(summary.failedSearches) of \(summary.searches)"
                let bounds = NumberText.interval(
                    summary.accuracyIfFailedWrong,
                    summary.accuracyIfFailedRight
                )
                warnings.append(
                    "\(name): \(all) searches failed and are left out of accuracy. Had they all "
                        + "been wrong or all right, it would lie in \(bounds) %."
                )
            }
            if !summary.complete {
                let all = "\(summary.problems) of \(summary.problemsPlanned)"
                warnings.append(
                    "\(name) is incomplete: \(all) problems have a result"
                        + (summary.epochs > 1 ? ", not all in each epoch." : ".")
                )
            }
            if summary.budget.contains(where: { $0.isKept == false }) {
                warnings.append("\(name) exceeded a cap; see Budgets.")
            }
        }
        return warnings.map(ReportBlock.warning)
    }

    private static func leader(_ task: TaskAnalysis) -> [String] {
        let scored = task.rows.filter(\.isMostlyScored)
        guard scored.count > 1,
            let best = scored.max(by: { ($0.summary.accuracy ?? 0) < ($1.summary.accuracy ?? 0) })
        else {
            return scored.map { row in
                "\(task.title): \(row.name) solves \(accuracy(row)) of "
                    + "\(row.summary.problemsScored) problems."
            }
        }
        return [
            "\(task.title): the highest accuracy is that of \(best.name), \(accuracy(best)) of "
                + "\(best.summary.problemsScored) problems. It was picked after the numbers were "
                + "seen, which favours it."
        ]
    }

    private static func differences(_ task: TaskAnalysis) -> [String] {
        guard !task.differences.isEmpty else { return [] }
        let significant = task.differences.filter(\.comparison.isSignificant)
            .sorted { abs($0.comparison.difference ?? 0) > abs($1.comparison.difference ?? 0) }
        var sentences = significant.prefix(most).map { entry in
            let comparison = entry.comparison
            let ratio = task.mainAxis.flatMap { axis in
                comparison.spendRatio[axis.rawValue].map {
                    ", at \(NumberText.factor($0)) the \(axis.noun)"
                }
            }
            return "\(task.title): \(entry.row.name) minus \(entry.baseline.name) is "
                + "\(comparison.verdict) points\(ratio ?? "") (p "
                + "\(NumberText.probability(comparison.adjustedP)), Holm over "
                + "\(comparison.comparisons))."
        }
        let others = task.differences.count - significant.count
        if others > 0 {
            let least = task.differences.filter { !$0.comparison.isSignificant }
                .compactMap(\.comparison.minimumDetectable).max()
            let limit =
                least.map {
                    " With these problems, differences below \(NumberText.fixed($0 * 100, 1)) "
                        + "points can go unseen."
                } ?? ""
            let what = others == 1 ? "1 difference" : "\(others) differences"
            sentences.append(
                "\(task.title): \(what) to the baseline \(others == 1 ? "is" : "are") inconclusive."
                    + limit
            )
        }
        return sentences
    }

    private static func equalSpend(_ task: TaskAnalysis) -> [String] {
        let compared = task.equalSpend.filter { $0.result.status == .measured }
        let apart = task.equalSpend.filter { $0.result.status == .noOverlap }
        var sentences: [String] = []
        for entry in compared where entry.result.isSignificant {
            sentences.append(
                "\(task.title): at equal \(entry.result.axis?.noun ?? "spend"), \(entry.row.name) "
                    + "minus the baseline's curve is \(entry.result.verdict) points."
            )
        }
        let open = compared.count { !$0.result.isSignificant }
        if open > 0 {
            let what = open == 1 ? "1 row is" : "\(open) rows are"
            let axis = compared.first?.result.axis?.noun ?? "spend"
            sentences.append(
                "\(task.title): at equal \(axis), \(what) neither significantly above nor below "
                    + "the baseline's curve."
            )
        }
        if !apart.isEmpty {
            sentences.append(
                "\(task.title): no overlap in spend with the baseline's curve: "
                    + apart.map(\.row.name).joined(separator: "; ") + "."
            )
        }
        return sentences
    }

    private static func oracle(_ task: TaskAnalysis) -> [String] {
        let gaps = task.rows.filter(\.isMostlyScored).compactMap { row in
            row.summary.oracle.flatMap { oracle in
                row.summary.accuracy.map { (row: row, oracle: oracle, gap: oracle - $0) }
            }
        }
        guard let widest = gaps.max(by: { $0.gap < $1.gap }), widest.gap > 0 else { return [] }
        return [
            "\(task.title): with \(widest.row.name), some candidate is right for "
                + "\(NumberText.percent(widest.oracle)) % of problems and the selected one for "
                + "\(NumberText.percent(widest.row.summary.accuracy)) %. A perfect selector could "
                + "gain up to \(NumberText.fixed(widest.gap * 100, 1)) points from the same draws."
        ]
    }

    private static func accuracy(_ row: ReportRow) -> String {
        let interval = NumberText.interval(row.summary.accuracyLow, row.summary.accuracyHigh)
        return "\(NumberText.percent(row.summary.accuracy)) % \(interval)"
    }
}
