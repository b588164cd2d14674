import PonderStatistics
import Testing

struct EqualSpendTests {
    private let matrix = ResampleMatrix(problemCount: 40, replicateCount: 500, seed: 21)

    @Test func `a row on the baseline's curve differs by exactly zero`() throws {
        let rows = makeRows(settings: [1, 2, 4, 8], problems: 40, seed: 1)
        let resampled = ResampledRows(rows + [rows[2]], matrix: matrix)
        for row in [0, 2, 3, 4] {
            let result = try difference(resampled.equalSpend(of: row, against: [0, 1, 2, 3]))
            #expect(result.estimate == 0 && result.low == 0 && result.high == 0)
            #expect(result.clampedShare == 0 && result.minimumDetectable == nil)
        }
    }

    @Test func `the baseline is read linearly in log cost`() throws {
        let baseline = [constant(cost: 100, score: 0.2), constant(cost: 400, score: 0.6)]
        let resampled = ResampledRows(
            baseline + [constant(cost: 200, score: 0.7)],
            matrix: matrix
        )
        let result = try difference(resampled.equalSpend(of: 2, against: [1, 0]))
        #expect(isClose(result.baselineAccuracy, 0.4) && isClose(result.estimate, 0.3))
        #expect(isClose(result.cost, 200) && isClose(result.low, 0.3))
    }

    @Test(arguments: [99.0, 401, 0]) func `costs outside the baseline do not overlap`(cost: Double)
    {
        let baseline = [constant(cost: 100, score: 0.2), constant(cost: 400, score: 0.6)]
        let resampled = ResampledRows(
            baseline + [constant(cost: cost, score: 0.7)],
            matrix: matrix
        )
        #expect(resampled.equalSpend(of: 2, against: [0, 1]) == .noOverlap)
    }

    @Test func `a baseline of one point compares at its own cost only`() throws {
        let rows = [
            constant(cost: 100, score: 0.2), constant(cost: 100, score: 0.5),
            constant(cost: 101, score: 0.5),
        ]
        let resampled = ResampledRows(rows, matrix: matrix)
        let result = try difference(resampled.equalSpend(of: 1, against: [0]))
        #expect(isClose(result.estimate, 0.3))
        #expect(resampled.equalSpend(of: 2, against: [0]) == .noOverlap)
        #expect(resampled.equalSpend(of: 0, against: []) == .noOverlap)
    }

    @Test func `baseline points of equal cost count as their mean`() throws {
        let rows = [
            constant(cost: 100, score: 0.2), constant(cost: 100, score: 0.4),
            constant(cost: 100, score: 0.5), constant(cost: 0, score: 0.1),
        ]
        let resampled = ResampledRows(rows, matrix: matrix)
        let result = try difference(resampled.equalSpend(of: 2, against: [0, 1, 3]))
        #expect(isClose(result.baselineAccuracy, 0.3) && isClose(result.estimate, 0.2))
    }

    @Test func `an even lift is found with its interval around it`() throws {
        let baseline = makeRows(settings: [1, 2, 4, 8], problems: 40, seed: 1)
        let lifted = makeRows(settings: [3], problems: 40, lift: 0.1, seed: 2)
        let resampled = ResampledRows(baseline + lifted, matrix: matrix)
        let result = try difference(resampled.equalSpend(of: 4, against: [0, 1, 2, 3]))
        let low = try #require(result.low)
        let high = try #require(result.high)
        #expect(low < result.estimate && result.estimate < high)
        #expect(try #require(result.minimumDetectable) > 0)
    }

    @Test func `replicates past the end are clamped and counted`() throws {
        // Costs of the row vary over problems, those of the baseline do not.
        let costs = (0..<40).map { $0 % 2 == 0 ? 50.0 : 149 }
        let rows = [
            constant(cost: 100, score: 0.2), constant(cost: 400, score: 0.6),
            MeasuredRow(scores: [Double](repeating: 0.5, count: 40), costs: costs.map { $0 + 1 }),
        ]
        let resampled = ResampledRows(rows, matrix: matrix)
        let result = try difference(resampled.equalSpend(of: 2, against: [0, 1]))
        #expect(result.clampedShare > 0.3 && result.clampedShare < 0.6)
        // Clamped replicates meet the cheap end's accuracy, so none exceeds 0.3.
        #expect(try #require(result.high) <= 0.3 + 1e-12)
    }

    @Test func `a single problem has an estimate but no interval`() throws {
        let one = ResampleMatrix(problemCount: 1, replicateCount: 10, seed: 0)
        let rows = [
            MeasuredRow(scores: [0], costs: [1]), MeasuredRow(scores: [1], costs: [4]),
            MeasuredRow(scores: [1], costs: [2]),
        ]
        let result = try difference(
            ResampledRows(rows, matrix: one).equalSpend(of: 2, against: [0, 1])
        )
        #expect(isClose(result.estimate, 0.5) && result.low == nil)
        let empty = ResampleMatrix(problemCount: 0, replicateCount: 10, seed: 0)
        let none = ResampledRows([MeasuredRow(scores: [], costs: [])], matrix: empty)
        #expect(none.equalSpend(of: 0, against: [0]) == .noOverlap)
    }

    @Test func `accuracy differences of rows pair their scores`() throws {
        let rows = makeRows(settings: [1, 2], problems: 40, seed: 4)
        let resampled = ResampledRows(rows, matrix: matrix)
        #expect(
            resampled.accuracyDifference(of: 1, minus: 0)
                == matrix.pairedDifference(rows[1].scores, minus: rows[0].scores)
        )
    }

    private func constant(cost: Double, score: Double) -> MeasuredRow {
        MeasuredRow(
            scores: [Double](repeating: score, count: 40),
            costs: [Double](repeating: cost, count: 40)
        )
    }

    private func difference(_ result: EqualSpendComparison) throws -> EqualSpendDifference {
        guard case .difference(let difference) = result else {
            throw UnexpectedOverlap()
        }
        return difference
    }

    private struct UnexpectedOverlap: Error {}
}
