/// Where a mark is drawn.
///
/// Marks of about equal spend would hide each other, so those that are not on a curve step aside by
/// a few units; curves keep their true places.
package struct ChartPlacement: Hashable, Sendable {
    /// The distance by which marks step aside.
    private static let step = 6.0
    /// Whiskers closer than this cannot be told apart.
    private static let whisker = 6.0
    /// Markers closer than this, both ways, hide each other.
    private static let marker = 11.0

    /// The horizontal coordinate.
    package var x: Double
    /// The vertical coordinate.
    package var y: Double

    /// Creates a place.
    package init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// Moves the marks of a chart apart.
    ///
    /// - Parameter marks: the true places, by series and mark; several marks make a curve.
    /// - Returns: where the marks are drawn.
    package static func spread(_ marks: [[ChartPlacement]]) -> [[ChartPlacement]] {
        var places = marks
        var taken = places.filter { $0.count > 1 }.flatMap(\.self)
        for index in places.indices where places[index].count == 1 {
            let origin = places[index][0]
            // Right, left, further right, and so on, until nothing is in the way.
            let shifts = (0...2 * taken.count).flatMap { [Double($0) * step, -Double($0) * step] }
            for shift in shifts {
                let moved = ChartPlacement(x: origin.x + shift, y: origin.y)
                guard !taken.contains(where: moved.hides) else { continue }
                places[index][0] = moved
                break
            }
            taken.append(places[index][0])
        }
        return places
    }

    private func hides(_ other: ChartPlacement) -> Bool {
        let (across, up) = (abs(x - other.x), abs(y - other.y))
        return across < Self.whisker || (across < Self.marker && up < Self.marker)
    }
}
