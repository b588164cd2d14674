/// Draws a chart as SVG.
struct ChartDrawing {
    /// The chart.
    let chart: Chart
    /// The measures.
    let layout: ChartLayout
    let horizontal: ChartScale
    let vertical: ChartScale
    let legend: ChartLegend
    /// The places of all marks, by series and mark.
    let places: [[ChartPlacement]]

    /// Lays out a chart; `nil` if it has no point.
    init?(_ chart: Chart, layout: ChartLayout) {
        let marks = chart.series.flatMap(\.marks)
        guard !marks.isEmpty else { return nil }
        self.chart = chart
        self.layout = layout
        let ends = marks.flatMap { mark in
            [mark.y] + (mark.interval.map { [$0.lowerBound, $0.upperBound] } ?? [])
        }
        horizontal = ChartScale.logarithmic(
            marks.map(\.x),
            range: (layout.left, layout.width - layout.right),
            limit: layout.tickLimit
        )
        vertical = ChartScale.shares(
            ends + chart.oracles.flatMap { $0.map(\.y) },
            range: (layout.top + layout.plotHeight, layout.top)
        )
        legend = ChartLegend(chart, layout: layout)
        let (across, up) = (horizontal, vertical)
        places = ChartPlacement.spread(
            chart.series.map { series in
                series.marks.map { ChartPlacement(x: across.position($0.x), y: up.position($0.y)) }
            }
        )
    }

    /// The height of the drawing.
    var height: Double {
        layout.top + layout.plotHeight + layout.bottom + legend.height + 6
    }

    /// The drawing as a part of an HTML page that has the styles.
    var inline: String { svg(namespace: nil, style: "") }

    /// The drawing as a file of its own, with its styles, for light and dark grounds.
    var standalone: String {
        let style = """
            :root{\(ChartStyle.light)}
            @media (prefers-color-scheme:dark){:root{\(ChartStyle.dark)}}
            \(ChartStyle.rules)
            """
        let ground = XMLText.empty(
            "rect",
            ["width": "100%", "height": "100%", "style": "fill:var(--ground)"]
        )
        return svg(
            namespace: "http://www.w3.org/2000/svg",
            style: XMLText.element("style", [:], style) + ground
        ) + "\n"
    }

    private func svg(namespace: String?, style: String) -> String {
        let id = "\(chart.anchor)-\(layout.suffix)"
        let size = "0 0 \(Self.number(layout.width)) \(Self.number(height))"
        let head = namespace.map { " xmlns=\"\($0)\"" } ?? ""
        let content =
            XMLText.element("title", ["id": "\(id)-title"], XMLText.escape(chart.title))
            + XMLText.element("desc", ["id": "\(id)-desc"], XMLText.escape(chart.description))
            + style + axes + oracles + frontier + chart.series.map(curve).joined()
            + zip(chart.series, places).map(points).joined() + labels + legendMarkup
        return "<svg\(head) class=\"chart\" viewBox=\"\(size)\" "
            + "font-size=\"\(Self.number(layout.fontSize))\" role=\"img\" "
            + "aria-labelledby=\"\(id)-title \(id)-desc\">\(content)</svg>"
    }

    private var frontier: String {
        guard let first = chart.frontier.first else { return "" }
        var path = "M" + at(first.x, first.y)
        for place in chart.frontier.dropFirst() {
            path += "H" + Self.number(horizontal.position(place.x))
            path += "V" + Self.number(vertical.position(place.y))
        }
        path += "H" + Self.number(layout.width - layout.right)
        return XMLText.empty("path", ["class": "frontier", "d": path])
    }

    private var oracles: String {
        chart.oracles.map { places in
            XMLText.empty("path", ["class": "oracle", "d": path(places.map { ($0.x, $0.y) })])
        }.joined()
    }

    /// The line of a series with its band.
    private func curve(_ series: Chart.Series) -> String {
        guard series.marks.count > 1 else { return "" }
        let intervals = series.marks.compactMap { mark in mark.interval.map { (mark.x, $0) } }
        var band = ""
        if intervals.count == series.marks.count {
            let outline =
                intervals.map { ($0.0, $0.1.lowerBound) }
                + intervals.reversed().map { ($0.0, $0.1.upperBound) }
            band = XMLText.empty("path", ["class": "band", "d": path(outline) + "Z"])
        }
        let line = path(series.marks.map { ($0.x, $0.y) })
        return XMLText.element(
            "g",
            ["class": ChartMarker.colour(of: series.style)],
            band + XMLText.empty("path", ["class": "line", "d": line])
        )
    }

    /// The markers of a series with their whiskers.
    private func points(_ series: Chart.Series, at places: [ChartPlacement]) -> String {
        let marks = zip(series.marks, places).map { mark, place in
            let x = place.x
            var whisker = ""
            if let interval = mark.interval {
                let low = Self.number(vertical.position(interval.lowerBound))
                let high = Self.number(vertical.position(interval.upperBound))
                let (left, middle, right) = (
                    Self.number(x - 4), Self.number(x), Self.number(x + 4)
                )
                let d = "M\(left) \(low)H\(right)M\(middle) \(low)V\(high)M\(left) \(high)H\(right)"
                whisker = XMLText.empty("path", ["class": "whisker", "d": d])
            }
            let shape = ChartMarker.path(
                of: series.style,
                x: x,
                y: place.y,
                radius: 5.5
            )
            return XMLText.element(
                "g",
                [:],
                XMLText.element("title", [:], XMLText.escape(mark.description)) + whisker
                    + XMLText.empty("path", ["class": "mark", "d": shape])
            )
        }
        return XMLText.element(
            "g",
            ["class": ChartMarker.colour(of: series.style)],
            marks.joined()
        )
    }

    private var labels: String {
        let marks = zip(chart.series, places).flatMap { series, places in
            zip(series.marks, places).map { mark, place in
                ChartLabels.Mark(text: mark.label, style: series.style, place: place)
            }
        }
        return ChartLabels(marks, layout: layout).placed.map { label in
            text(
                label.text,
                x: label.x,
                y: label.y,
                anchor: label.anchor,
                styles: "label \(ChartMarker.colour(of: label.style))"
            )
        }.joined()
    }

    /// A path through points given by their values.
    private func path(_ values: [(Double, Double)]) -> String {
        values.enumerated().map { index, value in
            (index == 0 ? "M" : "L") + at(value.0, value.1)
        }.joined()
    }

    private func at(_ x: Double, _ y: Double) -> String {
        "\(Self.number(horizontal.position(x))) \(Self.number(vertical.position(y)))"
    }

    /// A text element.
    func text(
        _ content: String,
        x: Double,
        y: Double,
        anchor: String = "start",
        styles: String = ""
    ) -> String {
        XMLText.element(
            "text",
            [
                "x": Self.number(x), "y": Self.number(y), "text-anchor": anchor, "class": styles,
            ],
            XMLText.escape(content)
        )
    }

    /// A coordinate.
    static func number(_ value: Double) -> String {
        let text = NumberText.fixed(value, 1)
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
