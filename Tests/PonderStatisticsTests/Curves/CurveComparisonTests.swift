import PonderStatistics
import Testing

struct CurveComparisonTests {
    private let matrix = ResampleMatrix(problemCount: 50, replicateCount: 300, seed: 31)
    private let settings: [Double] = [1, 2, 4, 8]

    @Test func `the same curve twice has exactly no area between`() throws {
        let rows = makeRows(settings: settings, problems: 50, seed: 1)
        let resampled = ResampledRows(rows + rows, matrix: matrix)
        guard
            case .difference(let area) = resampled.areaDifference(
                of: [0, 1, 2, 3],
                minus: [4, 5, 6, 7]
            )
        else {
            Issue.record("Equal curves overlap")
            return
        }
        let interval = try #require(area.interval)
        #expect(area.estimate == 0 && interval.low == 0 && interval.high == 0)
        #expect(area.minimumDetectable == nil && area.undefinedShare == 0)
    }

    @Test func `a lifted curve encloses its lift`() throws {
        let rows =
            makeRows(settings: settings, problems: 50, seed: 1)
            + makeRows(settings: settings, problems: 50, lift: 0.05, seed: 1)
        let resampled = ResampledRows(rows, matrix: matrix)
        guard
            case .difference(let area) = resampled.areaDifference(
                of: [4, 5, 6, 7],
                minus: [0, 1, 2, 3]
            )
        else {
            Issue.record("Curves of equal cost overlap")
            return
        }
        #expect(isClose(area.estimate, 0.05, within: 1e-9))
        #expect(isClose(area.estimate, area.first - area.second))
    }

    @Test func `curves without common costs have no area difference`() {
        let rows =
            makeRows(settings: [1, 2], problems: 50, seed: 1)
            + makeRows(settings: [16, 32], problems: 50, seed: 1)
        let resampled = ResampledRows(rows, matrix: matrix)
        #expect(resampled.areaDifference(of: [0, 1], minus: [2, 3]) == .noOverlap)
        #expect(resampled.areaDifference(of: [0], minus: [0]) == .noOverlap)
        #expect(resampled.areaDifference(of: [], minus: [0]) == .noOverlap)
    }

    @Test func `a strategy at half price has a cost ratio of one half`() throws {
        let rows = makeRows(settings: settings, problems: 50, seed: 1)
        let cheap = rows.map { MeasuredRow(scores: $0.scores, costs: $0.costs.map { $0 / 2 }) }
        let resampled = ResampledRows(cheap + rows, matrix: matrix)
        let target = (resampled.observed[1].accuracy + resampled.observed[2].accuracy) / 2
        let comparison = resampled.costRatio(
            of: [0, 1, 2, 3],
            over: [4, 5, 6, 7],
            atAccuracy: target
        )
        guard case .ratio(let ratio) = comparison else {
            Issue.record("The target lies on both curves")
            return
        }
        #expect(isClose(ratio.estimate, 0.5))
        // Both curves are censored together, and then only bounds are known.
        if ratio.censoredShare == 0 {
            let interval = try #require(ratio.interval)
            #expect(isClose(interval.low, 0.5) && isClose(interval.high, 0.5))
        }
    }

    @Test func `a target outside a curve is censored on the right side`() {
        let rows = makeRows(settings: settings, problems: 50, seed: 1)
        let resampled = ResampledRows(rows, matrix: matrix)
        let highest = resampled.observed[3].cost
        #expect(
            resampled.costRatio(of: [0, 1, 2, 3], over: [0, 1, 2, 3], atAccuracy: 0.99)
                == .censored(first: .moreThan(highest), second: .moreThan(highest))
        )
    }

    @Test func `censored replicates open the interval instead of narrowing it`() throws {
        // At the top accuracy half of the replicates of the curve fall short of the target.
        let rows = makeRows(settings: settings, problems: 50, seed: 1)
        let resampled = ResampledRows(rows, matrix: matrix)
        let target = resampled.observed[3].accuracy - 1e-6
        let comparison = resampled.costRatio(
            of: [0, 1, 2, 3],
            over: [0, 1, 2, 3],
            atAccuracy: target
        )
        guard case .ratio(let ratio) = comparison else {
            Issue.record("The target lies on the curve")
            return
        }
        let interval = try #require(ratio.interval)
        #expect(ratio.censoredShare > 0.3)
        #expect(interval.low == 0 && interval.high == .infinity)
    }

    @Test func `no problems give no cost ratio`() {
        let empty = ResampleMatrix(problemCount: 0, replicateCount: 3, seed: 0)
        let resampled = ResampledRows([MeasuredRow(scores: [], costs: [])], matrix: empty)
        #expect(resampled.costRatio(of: [0], over: [0], atAccuracy: 0.5) == nil)
    }
}
