import PonderStatistics
import Testing

struct BootstrapTests {
    private let skewed: [Double] = [1, 2, 2, 3, 5, 8, 13, 21, 0, 4]

    @Test func `rows from seed 42 never change`() {
        let matrix = ResampleMatrix(problemCount: 5, replicateCount: 3, seed: 42)
        #expect((0..<3).map(matrix.row) == goldenRows)
    }

    @Test func `equal seeds give equal matrices and other seeds do not`() {
        let matrix = ResampleMatrix(problemCount: 20, replicateCount: 50, seed: 1)
        #expect(matrix == ResampleMatrix(problemCount: 20, replicateCount: 50, seed: 1))
        #expect(matrix != ResampleMatrix(problemCount: 20, replicateCount: 50, seed: 2))
    }

    @Test func `a larger matrix begins with the rows of a smaller one`() {
        let small = ResampleMatrix(problemCount: 9, replicateCount: 10, seed: 8)
        let large = ResampleMatrix(problemCount: 9, replicateCount: 40, seed: 8)
        #expect((0..<10).map(small.row) == (0..<10).map(large.row))
    }

    @Test func `multiplicities count the row`() {
        let matrix = ResampleMatrix(problemCount: 6, replicateCount: 4, seed: 2)
        for replicate in 0..<4 {
            let row = matrix.row(replicate)
            #expect(
                matrix.multiplicities(replicate) == (0..<6).map { p in row.count { $0 == p } }
            )
        }
    }

    @Test func `the fast mean agrees with the closure and its jackknife`() throws {
        let matrix = ResampleMatrix(problemCount: 10, replicateCount: 300, seed: 6)
        let fast = try #require(matrix.bootstrapMean(of: skewed))
        let slow = try #require(
            matrix.bootstrap { rows in
                rows.reduce(0) { $0 + skewed[$1] } / Double(rows.count)
            }
        )
        #expect(fast.sortedReplicates == slow.sortedReplicates)
        #expect(fast.acceleration > 0)
        #expect(isClose(fast.acceleration, slow.acceleration))
    }

    @Test func `percentile and BCa intervals match SciPy up to simulation error`() throws {
        let matrix = ResampleMatrix(problemCount: 10, replicateCount: 20_000, seed: 12)
        let mean = try #require(matrix.bootstrapMean(of: skewed))
        let percentile = try #require(mean.percentileInterval())
        let bca = try #require(mean.bcaInterval())
        // scipy.stats.bootstrap with 200,000 resamples; means move in steps of 0.1.
        #expect(isClose(percentile.low, 2.5, within: 0.21))
        #expect(isClose(percentile.high, 10.1, within: 0.21))
        #expect(isClose(bca.low, 3.0, within: 0.21))
        #expect(isClose(bca.high, 11.4, within: 0.31))
    }

    @Test func `BCa of a standard deviation matches SciPy up to simulation error`() throws {
        let matrix = ResampleMatrix(problemCount: 10, replicateCount: 5000, seed: 12)
        let spread = try #require(
            matrix.bootstrap { rows in
                let mean = rows.reduce(0) { $0 + skewed[$1] } / Double(rows.count)
                let squares = rows.reduce(0) { $0 + (skewed[$1] - mean) * (skewed[$1] - mean) }
                return (squares / Double(rows.count)).squareRoot()
            }
        )
        let interval = try #require(spread.bcaInterval())
        #expect(isClose(interval.low, 3.34, within: 0.15))
        #expect(isClose(interval.high, 9.58, within: 0.25))
    }

    @Test func `no problems give no distribution`() {
        let matrix = ResampleMatrix(problemCount: 0, replicateCount: 5, seed: 1)
        #expect(matrix.bootstrapMean(of: []) == nil)
        #expect(matrix.means(of: []).isEmpty)
        #expect(matrix.bootstrap { _ in 1 } == nil)
        #expect(ResampledRows([], matrix: matrix).distribution(of: []) { _ in 1 } == nil)
    }

    @Test func `one problem gives an estimate but no interval`() throws {
        let matrix = ResampleMatrix(problemCount: 1, replicateCount: 5, seed: 1)
        let single = try #require(matrix.bootstrapMean(of: [0.5]))
        #expect(single.estimate == 0.5)
        #expect(single.interval(.percentile) == nil)
        #expect(single.interval(.bca) == nil)
        #expect(single.standardError == nil && single.pValue() == nil)
    }

    @Test func `undefined replicates are counted and left out`() throws {
        let matrix = ResampleMatrix(problemCount: 3, replicateCount: 400, seed: 4)
        let distribution = try #require(
            matrix.bootstrap { $0.contains(0) ? 1 : nil }
        )
        #expect(distribution.sortedReplicates.count + distribution.undefinedCount == 400)
        // (2/3)³ of the rows miss a problem; five standard deviations.
        #expect(isClose(distribution.undefinedShare, 8.0 / 27, within: 0.115))
        #expect(matrix.bootstrap { _ in nil } == nil)
    }

    @Test func `a constant has a degenerate interval`() throws {
        let matrix = ResampleMatrix(problemCount: 4, replicateCount: 100, seed: 4)
        let constant = try #require(matrix.bootstrapMean(of: [0.25, 0.25, 0.25, 0.25]))
        for method in IntervalMethod.allCases {
            let interval = try #require(constant.interval(method))
            #expect(interval.low == 0.25 && interval.high == 0.25)
        }
    }

    @Test func `intervals cover the true mean about as often as they say`() {
        var generator = ResamplingGenerator(seed: 77)
        let matrix = ResampleMatrix(problemCount: 40, replicateCount: 400, seed: 5)
        var covered = 0
        for _ in 0..<300 {
            let sample = (0..<40).map { _ in generator.unitDouble() < 0.3 ? 1.0 : 0.0 }
            let interval = matrix.bootstrapMean(of: sample)?.bcaInterval()
            if interval?.contains(0.3) == true { covered += 1 }
        }
        #expect((265...298).contains(covered))
    }

    @Test func `values that do not match the problems are a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            let matrix = ResampleMatrix(problemCount: 3, replicateCount: 5, seed: 1)
            _ = matrix.means(of: [1, 2])
        }
    }

    private let goldenRows = [[3, 0, 1, 1, 0], [4, 1, 4, 1, 3], [1, 2, 2, 2, 3]]
}
