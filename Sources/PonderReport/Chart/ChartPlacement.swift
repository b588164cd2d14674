/// Where a mark is drawn.
///
/// Marks of about equal spend would hide each other, so those that are not on a curve step aside by
/// a few units; curves keep their true places.
package struct ChartPlacement: Hashable, Sendable {
    /// The distance between marks that step aside.
    private static let step = 11.0
    /// Marks closer than this hide each other.
    private static let reach = 9.0

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
        var taken = places.filter { $0.count > 1 }.flatMap { $0.map(\.x) }
        for index in places.indices where places[index].count == 1 {
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
