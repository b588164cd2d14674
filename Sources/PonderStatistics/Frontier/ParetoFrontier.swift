/// Finds the strategies that no other strategy beats on both cost and accuracy.
public enum ParetoFrontier: Sendable {
    /// Returns the indices of the points on the frontier, by ascending cost.
    ///
    /// A point is on the frontier unless another costs at most as much and is at least as accurate,
    /// with one of the two strictly so. Points equal in both do not exclude each other; apart from
    /// those, the frontier is the strict accuracy records in order of cost.
    ///
    /// - Complexity: O(n log n).
    public static func indices(of points: [CurvePoint]) -> [Int] {
        let order = points.indices.sorted {
            (points[$0].cost, -points[$0].accuracy, $0)
                < (points[$1].cost, -points[$1].accuracy, $1)
        }
        var frontier: [Int] = []
        for index in order {
            guard let last = frontier.last else {
                frontier.append(index)
                continue
            }
            if points[index].accuracy > points[last].accuracy || points[index] == points[last] {
                frontier.append(index)
            }
        }
        return frontier
    }

    /// Returns the best accuracy that at most `cost` buys, or nil where nothing is as cheap.
    ///
    /// - Complexity: O(n).
    public static func accuracy(within cost: Double, of points: [CurvePoint]) -> Double? {
        points.lazy.filter { $0.cost <= cost }.map(\.accuracy).max()
    }
}
