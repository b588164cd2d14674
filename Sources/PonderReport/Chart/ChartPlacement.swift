/// Where a mark is drawn.
///
/// Marks of about equal spend would hide each other, so those that are not on a curve step aside by
/// a few units; curves keep their true places.
struct ChartPlacement: Sendable {
    /// The distance between marks that step aside.
    private static let step = 11.0
    /// Marks closer than this hide each other.
    private static let reach = 9.0

    /// The horizontal coordinate.
    var x: Double
    /// The vertical coordinate.
    var y: Double

    /// Returns the places of all marks of a chart, by series and mark.
    static func place(
        _ chart: Chart,
        horizontal: ChartScale,
        vertical: ChartScale
    ) -> [[ChartPlacement]] {
        var places = chart.series.map { series in
            series.marks.map { mark in
                ChartPlacement(x: horizontal.position(mark.x), y: vertical.position(mark.y))
            }
        }
        let curves = places.indices.filter { chart.series[$0].marks.count > 1 }
        var taken = curves.flatMap { places[$0].map(\.x) }
        for index in places.indices where chart.series[index].marks.count == 1 {
            let origin = places[index][0].x
            // Right, left, further right, and so on, until nothing is in the way.
            let shifts = (0...taken.count).flatMap { [Double($0) * step, -Double($0) * step] }
            let free = shifts.first { shift in
                taken.allSatisfy { abs($0 - origin - shift) >= reach }
            }
            places[index][0].x = origin + (free ?? 0)
            taken.append(places[index][0].x)
        }
        return places
    }
}
