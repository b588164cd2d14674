/// The legend below a chart: entries in lines that fit the width.
struct ChartLegend: Sendable {
    /// What an entry shows beside its name.
    enum Sign: Sendable {
        /// A series' marker, with a line through it if it is a curve.
        case series(style: Int, isCurve: Bool)
        /// The frontier.
        case frontier
        /// The oracle bound.
        case oracle
        /// The intervals.
        case interval
    }

    /// An entry and the place of its sign, from the legend's corner.
    struct Entry: Sendable {
        var sign: Sign
        /// The name, broken into lines where it is longer than the chart is wide.
        var lines: [String]
        var x: Double
        var y: Double
    }

    /// The room that a sign takes.
    static let signWidth = 30.0

    /// The entries.
    let entries: [Entry]
    /// The height of all lines.
    let height: Double

    /// Lays out the legend of a chart.
    init(_ chart: Chart, layout: ChartLayout) {
        var names: [(Sign, String)] = chart.series.map {
            (.series(style: $0.style, isCurve: $0.marks.count > 1), $0.name)
        }
        if chart.series.contains(where: { $0.marks.contains { $0.interval != nil } }) {
            names.append((.interval, "95 % interval, pointwise"))
        }
        if !chart.frontier.isEmpty { names.append((.frontier, "Pareto frontier, observed")) }
        if !chart.oracles.isEmpty {
            names.append((.oracle, "oracle bound: any candidate right"))
        }
        let lineHeight = layout.fontSize * 1.5
        let room = layout.width - 8
        var entries: [Entry] = []
        var x = 4.0
        var y = lineHeight / 2
        for (sign, name) in names {
            let lines = Self.wrap(name, width: room - Self.signWidth, layout: layout)
            let width = Self.signWidth + (lines.map(layout.width).max() ?? 0) + 14
            if x > 4, x + width > room {
                x = 4
                y += lineHeight
            }
            entries.append(Entry(sign: sign, lines: lines, x: x, y: y))
            x += width
            if lines.count > 1 {
                x = 4
                y += Double(lines.count) * lineHeight
            }
        }
        self.entries = entries
        height = x > 4 ? y + lineHeight / 2 : y - lineHeight / 2
    }

    private static func wrap(_ text: String, width: Double, layout: ChartLayout) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, layout.width(of: "\(last) \(word)") <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
