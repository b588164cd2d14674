/// Holds the mean cost and accuracy of several strategies in every bootstrap resample.
///
/// Built once for a table, it answers every question about its rows from the same resamples: paired
/// differences, comparison at equal spend, areas, cost ratios and the frontier. Rows are named by
/// their index in ``rows``.
public struct ResampledRows: Sendable {
    /// The rows in the order they were given.
    public let rows: [MeasuredRow]
    /// The resamples all results are computed from.
    public let matrix: ResampleMatrix
    /// The mean point of each row over all problems; empty when there are no problems.
    public let observed: [CurvePoint]

    /// The mean points, `[replicate, row]` in row-major order.
    private let replicates: [CurvePoint]

    /// Computes the mean points of all rows in all resamples.
    ///
    /// - Precondition: every row has the matrix's number of problems.
    /// - Complexity: O(rows × problems × replicates), with 16 bytes for each row and replicate.
    public init(_ rows: [MeasuredRow], matrix: ResampleMatrix) {
        precondition(
            rows.allSatisfy { $0.problemCount == matrix.problemCount },
            "Every row needs \(matrix.problemCount) problems, the size of the resample matrix"
        )
        self.rows = rows
        self.matrix = matrix
        guard matrix.problemCount > 0 else {
            observed = []
            replicates = []
            return
        }
        let count = Double(matrix.problemCount)
        observed = rows.map { row in
            CurvePoint(
                cost: row.costs.reduce(0, +) / count,
                accuracy: row.scores.reduce(0, +) / count
            )
        }
        let means = rows.map { (matrix.means(of: $0.costs), matrix.means(of: $0.scores)) }
        replicates = (0..<matrix.replicateCount).flatMap { replicate in
            means.map { CurvePoint(cost: $0.0[replicate], accuracy: $0.1[replicate]) }
        }
    }

    /// Returns the mean points of the chosen rows in one resample.
    ///
    /// - Precondition: there is a problem; `replicate` and every row index exist.
    /// - Complexity: O(chosen rows).
    public func points(of chosen: [Int], replicate: Int) -> [CurvePoint] {
        chosen.map { row in
            check(row)
            return replicates[replicate * rows.count + row]
        }
    }

    /// Returns the bootstrap distribution of any statistic of the chosen rows' mean points.
    ///
    /// The statistic receives the points in the order of `chosen`, and returns nil where it is
    /// undefined. It is called for the observed points, for each resample, and for each problem left
    /// out.
    ///
    /// - Returns: the distribution, or nil when there are no problems or the statistic is undefined
    ///   on the observed points.
    /// - Complexity: `replicates + problems + 1` calls.
    public func distribution(
        of chosen: [Int],
        _ statistic: ([CurvePoint]) -> Double?
    ) -> BootstrapDistribution? {
        chosen.forEach(check)
        guard !observed.isEmpty, let estimate = statistic(chosen.map { observed[$0] }) else {
            return nil
        }
        let replicates = (0..<matrix.replicateCount).map {
            statistic(points(of: chosen, replicate: $0))
        }
        return BootstrapDistribution(
            estimate: estimate,
            replicates: replicates,
            leaveOneOut: leavingOneOut(chosen).compactMap(statistic),
            problemCount: matrix.problemCount
        )
    }

    /// Returns the mean points of the chosen rows with each problem left out in turn.
    private func leavingOneOut(_ chosen: [Int]) -> [[CurvePoint]] {
        let count = matrix.problemCount
        guard count > 1 else { return [] }
        let totals = chosen.map { row in
            (rows[row].costs.reduce(0, +), rows[row].scores.reduce(0, +))
        }
        return (0..<count).map { problem in
            zip(chosen, totals).map { row, total in
                // Rounding may leave a sum of costs just below zero.
                CurvePoint(
                    cost: max(0, total.0 - rows[row].costs[problem]) / Double(count - 1),
                    accuracy: (total.1 - rows[row].scores[problem]) / Double(count - 1)
                )
            }
        }
    }

    /// Traps unless the row exists.
    func check(_ row: Int) {
        precondition(rows.indices.contains(row), "Row \(row) is not in 0..<\(rows.count)")
    }
}
