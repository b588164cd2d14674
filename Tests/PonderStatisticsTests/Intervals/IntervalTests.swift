import PonderStatistics
import Testing

struct IntervalTests {
    @Test(arguments: [
        (17, 20, 0.63958, 0.94763), (0, 30, 0, 0.11351), (30, 30, 0.88649, 1),
        (450, 500, 0.87058, 0.92332), (37, 50, 0.60447, 0.84128),
    ])
    func `Wilson intervals match the published vectors`(
        successes: Int,
        trials: Int,
        low: Double,
        high: Double
    ) throws {
        let interval = try #require(
            ConfidenceInterval.wilson(successes: successes, trials: trials)
        )
        // The vectors are rounded to five places.
        #expect(isClose(interval.low, low, within: 5.1e-6))
        #expect(isClose(interval.high, high, within: 5.1e-6))
    }

    @Test func `Wilson is undefined without trials and spans nearly all with one`() throws {
        #expect(ConfidenceInterval.wilson(successes: 0, trials: 0) == nil)
        let one = try #require(ConfidenceInterval.wilson(successes: 1, trials: 1))
        #expect(one.high == 1 && one.low < 0.25)
    }

    @Test(arguments: [10, 30, 100])
    func `Wilson covers 95 percent on average over proportions`(trials: Int) {
        let intervals = (0...trials).map {
            ConfidenceInterval.wilson(successes: $0, trials: trials)
        }
        var coverage = 0.0
        let grid = stride(from: 0.005, to: 1, by: 0.01).map { $0 }
        for p in grid {
            var mass = 1.0
            for _ in 0..<trials { mass *= 1 - p }
            for successes in 0...trials {
                if intervals[successes]?.contains(p) == true { coverage += mass }
                mass *= Double(trials - successes) / Double(successes + 1) * p / (1 - p)
            }
        }
        #expect(abs(coverage / Double(grid.count) - 0.95) < 0.012)
    }

    @Test func `the standard error of binary scores is the binomial one`() throws {
        let estimate = try #require(MeanEstimate([1, 1, 1, 0]))
        // √(p(1-p)/(n-1)) with the sample denominator.
        #expect(isClose(estimate.standardError, (0.75 * 0.25 / 3).squareRoot()))
        #expect(estimate.degreesOfFreedom == 3)
    }

    @Test func `a single score has no standard error`() {
        #expect(MeanEstimate([]) == nil)
        #expect(MeanEstimate([0.5]) == nil)
        #expect(MeanEstimate([0.5, 1], clusters: [7, 7]) == nil)
    }

    @Test func `clusters of one give the plain standard error`() throws {
        let scores = [0.1, 0.9, 0.4, 0.7]
        let plain = try #require(MeanEstimate(scores))
        let clustered = try #require(MeanEstimate(scores, clusters: [3, 1, 2, 0]))
        #expect(isClose(clustered.standardError, plain.standardError))
    }

    @Test func `clustered standard errors follow Miller's double sum`() throws {
        let scores = [1, 1, 0, 0, 1, 0.5]
        let clusters = [0, 0, 1, 1, 2, 2]
        let clustered = try #require(MeanEstimate(scores, clusters: clusters))
        let plain = try #require(MeanEstimate(scores))
        var cross = 0.0
        for i in scores.indices {
            for j in scores.indices where i != j && clusters[i] == clusters[j] {
                cross += (scores[i] - plain.mean) * (scores[j] - plain.mean)
            }
        }
        let expected = (plain.standardError * plain.standardError + cross / 36).squareRoot()
        #expect(isClose(clustered.standardError, expected))
        #expect(clustered.standardError > plain.standardError)
        #expect(clustered.degreesOfFreedom == 2)
    }

    @Test func `Student intervals are wider than normal ones and meet them`() throws {
        let few = try #require(MeanEstimate([0, 1, 1, 0, 1]))
        #expect(few.studentInterval().halfWidth > few.interval().halfWidth)
        let many = try #require(MeanEstimate((0..<5000).map { Double($0 % 2) }))
        #expect(isClose(many.studentInterval().low, many.interval().low, within: 1e-5))
    }

    @Test(arguments: [(0.1, 9.35), (0.9, 12.55)])
    func `linear percentiles match the published thresholds`(at: Double, expected: Double) {
        let values = [
            10.2, 11.0, 9.5, 12.3, 10.8, 11.7, 9.9, 12.0, 10.5, 11.2, 8.7, 13.1, 10.0, 11.5, 12.8,
            9.2,
        ]
        #expect(isClose(Quantile.linear(values, at: at), expected))
    }

    @Test func `quantiles handle no value, one value and infinities`() {
        #expect(Quantile.linear([], at: 0.5) == nil)
        #expect(Quantile.linear([3], at: 0.9) == 3)
        #expect(Quantile.linear([1, .infinity], at: 0) == 1)
        #expect(Quantile.linear([1, .infinity], at: 0.5) == .infinity)
        #expect(Quantile.linear([.infinity, .infinity], at: 0.5) == .infinity)
    }
}
