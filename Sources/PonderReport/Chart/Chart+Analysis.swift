extension Chart {
    /// Charts the rows of a task on one axis.
    init(_ task: TaskAnalysis, _ axis: AxisAnalysis) {
        anchor = "chart-\(task.id)-\(axis.axis.rawValue)"
        self.axis = axis.axis
        title = "\(task.title): accuracy against \(axis.axis.noun)"
        let rankedIDs = Set(axis.ranked.map(\.id))
        series = task.series.enumerated().compactMap { style, series in
            let marks = series.rows.filter { rankedIDs.contains($0.id) }
                .compactMap { Self.mark($0, label: series.label(of: $0), on: axis.axis) }
                .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
            guard !marks.isEmpty else { return nil }
            let suffix = series.sweep.map { " (numbers: \($0))" } ?? ""
            return Series(name: series.name + suffix, style: style, marks: marks)
        }
        frontier = axis.frontier.compactMap { row in
            guard let x = row.rankedSpend(on: axis.axis), let y = row.summary.accuracy else {
                return nil
            }
            return Place(x: x, y: y)
        }
        oracles = Self.oracles(axis)
        notes = Self.notes(axis)
        let best = axis.ranked.max { ($0.summary.accuracy ?? 0) < ($1.summary.accuracy ?? 0) }
        let leader =
            best.map {
                " The most accurate is \($0.name), with "
                    + "\(NumberText.percent($0.summary.accuracy)) %."
            } ?? ""
        let frontierNames = axis.frontier.map(\.name).joined(separator: "; ")
        description =
            "\(axis.ranked.count) rows on a logarithmic axis of \(axis.axis.title.lowercased()), "
            + "with pointwise 95 % intervals.\(leader)"
            + (frontierNames.isEmpty ? "" : " On the frontier: \(frontierNames).")
            + " The tables below hold all numbers."
    }

    private static func mark(_ row: ReportRow, label: String?, on axis: SpendAxis) -> Mark? {
        guard let x = row.rankedSpend(on: axis), let y = row.summary.accuracy else { return nil }
        var interval: ClosedRange<Double>?
        if let low = row.summary.accuracyLow, let high = row.summary.accuracyHigh {
            interval = low...high
        }
        let bounds = NumberText.interval(row.summary.accuracyLow, row.summary.accuracyHigh)
        return Mark(
            x: x,
            y: y,
            interval: interval,
            label: label,
            description: "\(row.name): \(NumberText.percent(y)) % \(bounds) at "
                + "\(NumberText.spend(x, on: axis)) \(axis.noun)"
        )
    }

    /// For each policy model, the best coverage of any row that is no dearer.
    private static func oracles(_ axis: AxisAnalysis) -> [[Place]] {
        var models: [String] = []
        for row in axis.ranked where !models.contains(row.summary.model) {
            models.append(row.summary.model)
        }
        return models.compactMap { model in
            let places = axis.ranked.filter { $0.summary.model == model }
                .compactMap { row -> Place? in
                    guard let x = row.rankedSpend(on: axis.axis), let y = row.summary.oracle else {
                        return nil
                    }
                    return Place(x: x, y: y)
                }
                .sorted { ($0.x, $0.y) < ($1.x, $1.y) }
            var envelope: [Place] = []
            for place in places where place.y > (envelope.last?.y ?? -1) {
                if envelope.last?.x == place.x { envelope.removeLast() }
                envelope.append(place)
            }
            guard let last = places.last, let top = envelope.last, envelope.count > 1 else {
                return nil
            }
            return last.x > top.x ? envelope + [Place(x: last.x, y: top.y)] : envelope
        }
    }

    private static func notes(_ axis: AxisAnalysis) -> [String] {
        var reasons: [String] = []
        for entry in axis.unranked where !reasons.contains(entry.reason) {
            reasons.append(entry.reason)
        }
        return reasons.map { reason in
            let names = axis.unranked.filter { $0.reason == reason }.map(\.row.name)
            return "Not drawn or ranked here: \(names.joined(separator: "; ")), because \(reason)."
        }
    }
}
