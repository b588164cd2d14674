/// The shapes of points: eight that stay apart without colour.
enum ChartMarker {
    /// How many styles there are before colours repeat.
    static let count = 8

    /// The class that colours a style.
    static func colour(of style: Int) -> String { "s\(style % count)" }

    /// Returns the shape of a style around a point; styles of one colour differ in shape.
    static func path(of style: Int, x: Double, y: Double, radius r: Double) -> String {
        let points: [(Double, Double)] =
            switch (style + style / count) % count {
            case 0: circle(r)
            case 1: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
            case 2: [(0, -1.15), (1.1, 0.8), (-1.1, 0.8)]
            case 3: [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
            case 4: [(0, 1.15), (1.1, -0.8), (-1.1, -0.8)]
            case 5: plus
            case 6: [(-1.15, 0), (0.8, -1.1), (0.8, 1.1)]
            default: [(-1.2, -0.7), (1.2, -0.7), (0.5, 1), (-0.5, 1)]
            }
        let text = points.enumerated().map { index, point in
            let place =
                "\(NumberText.fixed(x + point.0 * r, 2)) \(NumberText.fixed(y + point.1 * r, 2))"
            return (index == 0 ? "M" : "L") + place
        }
        return text.joined() + "Z"
    }

    /// A polygon of sixteen corners, which looks round at this size.
    private static func circle(_ radius: Double) -> [(Double, Double)] {
        let quarter: [(Double, Double)] = [(1, 0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924)]
        return quarter + quarter.map { (-$0.1, $0.0) } + quarter.map { (-$0.0, -$0.1) }
            + quarter.map { ($0.1, -$0.0) }
    }

    private static let plus: [(Double, Double)] = [
        (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4),
        (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4),
    ]
}
