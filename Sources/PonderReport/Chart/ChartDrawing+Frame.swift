extension ChartDrawing {
    /// The grid, the ticks and the titles of both axes.
    var axes: String {
        let bottom = layout.top + layout.plotHeight
        let right = layout.width - layout.right
        let gap = layout.fontSize * 1.35
        var markup = vertical.ticks.map { tick in
            let y = vertical.position(tick)
            return line(layout.left, y, right, y, "grid")
                + text(
                    NumberText.fixed(tick * 100, 0),
                    x: layout.left - 8,
                    y: y + layout.fontSize * 0.35,
                    anchor: "end",
                    styles: "quiet"
                )
        }.joined()
        for tick in horizontal.ticks {
            let x = horizontal.position(tick)
            markup += line(x, layout.top, x, bottom, "grid")
            let label = Self.tickLabel(tick, on: chart.axis)
            let half = layout.width(of: label) / 2
            let place = min(max(x, half), layout.width - half)
            markup += text(label, x: place, y: bottom + gap, anchor: "middle", styles: "quiet")
        }
        markup += line(layout.left, bottom, right, bottom, "axis")
        markup += text("Accuracy, %", x: 4, y: layout.fontSize * 1.1)
        markup += text(
            "\(chart.axis.title), log scale",
            x: (layout.left + right) / 2,
            y: bottom + gap * 2.2,
            anchor: "middle"
        )
        return markup
    }

    /// The legend with its signs.
    var legendMarkup: String {
        let top = layout.top + layout.plotHeight + layout.bottom
        return legend.entries.map { entry in
            let y = top + entry.y
            let names = entry.lines.enumerated().map { index, line in
                text(
                    line,
                    x: entry.x + ChartLegend.signWidth,
                    y: y + layout.fontSize * (0.35 + 1.5 * Double(index))
                )
            }
            return sign(entry.sign, x: entry.x, y: y) + names.joined()
        }.joined()
    }

    private func sign(_ sign: ChartLegend.Sign, x: Double, y: Double) -> String {
        let (left, right) = (x, x + 24)
        switch sign {
        case .series(let style, let isCurve):
            let shape = ChartMarker.path(of: style, x: x + 12, y: y, radius: 5.5)
            return XMLText.element(
                "g",
                ["class": ChartMarker.colour(of: style)],
                (isCurve ? line(left, y, right, y, "line") : "")
                    + XMLText.empty("path", ["class": "mark", "d": shape])
            )
        case .frontier:
            let d = "M\(Self.number(left)) \(Self.number(y))H\(Self.number(right))"
            return XMLText.empty("path", ["class": "frontier", "d": d])
        case .oracle: return line(left, y, right, y, "oracle")
        case .interval:
            let (low, high) = (Self.number(y + 7), Self.number(y - 7))
            let (a, b, c) = (Self.number(x + 8), Self.number(x + 12), Self.number(x + 16))
            let d = "M\(a) \(low)H\(c)M\(b) \(low)V\(high)M\(a) \(high)H\(c)"
            return XMLText.element(
                "g",
                ["class": "s7"],
                XMLText.empty("path", ["class": "whisker", "d": d])
            )
        }
    }

    private func line(
        _ x1: Double,
        _ y1: Double,
        _ x2: Double,
        _ y2: Double,
        _ style: String
    ) -> String {
        XMLText.empty(
            "line",
            [
                "class": style, "x1": Self.number(x1), "y1": Self.number(y1),
                "x2": Self.number(x2), "y2": Self.number(y2),
            ]
        )
    }

    /// A tick of 1, 2 or 5 times a power of ten.
    private static func tickLabel(_ value: Double, on axis: SpendAxis) -> String {
        switch axis {
        case .flops, .outputTokens, .totalTokens: NumberText.metric(value, digits: 1)
        case .cost: "$" + NumberText.significant(value, 1)
        case .seconds: NumberText.significant(value, 1)
        }
    }
}
