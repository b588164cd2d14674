/// Places the labels of points where they cover neither points nor each other.
package struct ChartLabels: Sendable {
    /// A point that may have a label.
    package struct Mark: Sendable {
        /// The label.
        var text: String?
        /// The number of the point's colour and marker.
        var style: Int
        /// Where the point is drawn.
        var place: ChartPlacement

        /// Creates a point.
        package init(text: String?, style: Int, place: ChartPlacement) {
            self.text = text
            self.style = style
            self.place = place
        }
    }

    /// A label and the end of its baseline.
    package struct Label: Sendable {
        /// The text.
        package var text: String
        /// The end of the baseline that ``anchor`` names.
        package var x: Double
        /// The height of the baseline.
        package var y: Double
        /// `start` or `end`.
        package var anchor: String
        /// The number of the point's colour.
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
    package let placed: [Label]

    /// Places labels in the order of their points.
    package init(_ marks: [Mark], layout: ChartLayout) {
        let size = layout.fontSize
        var taken = marks.map(\.place).map { place in
            Box(left: place.x - 6, top: place.y - 6, right: place.x + 6, bottom: place.y + 6)
        }
        var placed: [Label] = []
        for mark in marks {
            guard let text = mark.text else { continue }
            let width = layout.width(of: text)
            let corners: [(Double, Double)] = [(9, -8), (9, size + 4), (-9, -8), (-9, size + 4)]
            for (dx, dy) in corners {
                let (x, y) = (mark.place.x + dx, mark.place.y + dy)
                let left = dx > 0 ? x : x - width
                let box = Box(
                    left: left,
                    top: y - size * 0.8,
                    right: left + width,
                    bottom: y + size * 0.15
                )
                let isInside =
                    box.left >= layout.left && box.right <= layout.width - layout.right
                    && box.top >= layout.top && box.bottom <= layout.top + layout.plotHeight
                guard isInside, !taken.contains(where: box.overlaps) else { continue }
                taken.append(box)
                placed.append(
                    Label(
                        text: text,
                        x: x,
                        y: y,
                        anchor: dx > 0 ? "start" : "end",
                        style: mark.style
                    )
                )
                break
            }
        }
        self.placed = placed
    }
}
