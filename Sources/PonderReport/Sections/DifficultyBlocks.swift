import PonderStatistics

/// Shows accuracy by the difficulty that the data state.
enum DifficultyBlocks {
    /// Problems of similar difficulty.
    private struct Bin {
        var name: String
        var values: Set<String>
    }

    /// Numbers with more values than this are put into bins of about equal size.
    private static let mostValues = 8
    /// The number of bins.
    private static let bins = 4

    static func make(_ task: TaskAnalysis) -> [ReportBlock] {
        var difficulties: [String: String] = [:]
        for problem in task.rows.flatMap(\.measurement.problems) {
            if let difficulty = problem.difficulty { difficulties[problem.id] = difficulty }
        }
        let bins = bins(of: difficulties.values.sorted())
        guard bins.count > 1 else { return [] }
        let rows = task.rows.map { row in
            [ReportTable.Cell(row.name)] + bins.map { cell(row, in: $0) }
        }
        let titles = bins.map { bin in
            let count = difficulties.values.count { bin.values.contains($0) }
            return "\(bin.name) (\(count))"
        }
        let table = ReportTable(
            "Where does the extra compute help: on easy or on hard problems? Accuracy in percent "
                + "by the difficulty that the data state, with pointwise 95 % intervals; the "
                + "number of problems stands in brackets. The bins are small: read them as hints.",
            text: ["Row"],
            numbers: titles,
            rows: rows
        )
        return [.heading("Accuracy by difficulty"), .table(table)]
    }

    private static func cell(_ row: ReportRow, in bin: Bin) -> ReportTable.Cell {
        let problems = row.measurement.scored.filter { problem in
            problem.difficulty.map(bin.values.contains) ?? false
        }
        var resamples = Resamples()
        let estimate = AccuracyEstimate(
            problems,
            isRealised: row.summary.estimator == "realised",
            task: row.summary.task,
            resamples: &resamples
        )
        guard let estimate else { return ReportTable.Cell(NumberText.missing, .muted) }
        let interval = NumberText.interval(estimate.interval?.low, estimate.interval?.high)
        return ReportTable.Cell("\(NumberText.percent(estimate.mean)) \(interval)")
    }

    /// Sorts difficulties into bins, from low to high: by value, or where numbers have many values,
    /// into ranges with about equally many problems.
    private static func bins(of difficulties: [String]) -> [Bin] {
        let numbers = difficulties.compactMap { text in Double(text).map { (text, $0) } }
        let values = Set(difficulties)
        guard numbers.count == difficulties.count else {
            return values.sorted().map { Bin(name: $0, values: [$0]) }
        }
        let ascending = numbers.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
        guard values.count > mostValues else {
            var bins: [Bin] = []
            for (text, _) in ascending where bins.last?.name != text {
                bins.append(Bin(name: text, values: [text]))
            }
            return bins
        }
        var result: [Bin] = []
        var start = 0
        for index in 0..<bins {
            var end = ascending.count * (index + 1) / bins
            // Equal difficulties stay together.
            while end > 0, end < ascending.count, ascending[end].1 == ascending[end - 1].1 {
                end += 1
            }
            guard end > start else { continue }
            let part = ascending[start..<end]
            let low = part.first?.0 ?? ""
            let high = part.last?.0 ?? ""
            result.append(
                Bin(name: low == high ? low : "\(low) to \(high)", values: Set(part.map(\.0)))
            )
            start = end
        }
        return result
    }
}
