/// Places the labels of points where they cover neither points nor each other.
struct ChartLabels {
    /// A label and the end of its baseline.
    struct Label {
        var text: String
        var x: Double
        var y: Double
        var anchor: String
        var style: Int
    }

    /// The area that something takes.
    private struct Box {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double

        func overlaps(_ other: Box) -> Bool {
            left < other.right && other.left < right && top < other.bottom && other.top < bottom
        }
    }

    /// The labels; one that finds no place is left out, the tables have its number.
    let placed: [Label]

    /// Places the labels of a drawing in the order of its series.
    init(drawing: ChartDrawing) {
        let layout = drawing.layout
        let marks = zip(drawing.chart.series, drawing.places).flatMap { series, places in
            zip(series.marks, places).map { (series.style, $0.label, $1) }
        }
        var taken = marks.map { _, _, place in
            Box(left: place.x - 6, top: place.y - 6, right: place.x + 6, bottom: place.y + 6)
        }
        var placed: [Label] = []
        for (style, text, place) in marks {
            guard let text else { continue }
            let (x, y) = (place.x, place.y)
            let width = layout.width(of: text)
            let size = layout.fontSize
            let places: [(dx: Double, dy: Double)] = [(9, -8), (9, size + 4), (-9, -8), (-9, size + 4)]
            for place in places {
                let left = place.dx > 0 ? x + place.dx : x + place.dx - width
                let box = Box(
                    left: left,
                    top: y + place.dy - size * 0.8,
                    right: left + width,
                    bottom: y + place.dy + size * 0.15
                )
                let isInside =
                    box.left >= layout.left && box.right <= layout.width - layout.right
                    && box.top >= layout.top && box.bottom <= layout.top + layout.plotHeight
                guard isInside, !taken.contains(where: box.overlaps) else { continue }
                taken.append(box)
                placed.append(
                    Label(
                        text: text,
                        x: x + place.dx,
                        y: y + place.dy,
                        anchor: place.dx > 0 ? "start" : "end",
                        style: style
                    )
                )
                break
            }
        }
        self.placed = placed
    }
}
