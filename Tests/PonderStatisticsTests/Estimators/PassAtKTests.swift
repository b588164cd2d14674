import PonderStatistics
import Testing

struct PassAtKTests {
    @Test(arguments: [
        (10, 3, 1, 0.3), (10, 3, 5, 0.916667), (100, 1, 10, 0.1), (200, 5, 100, 0.970308),
        (5, 0, 3, 0), (5, 3, 3, 1),
    ])
    func `pass@k matches the published vectors`(n: Int, c: Int, k: Int, expected: Double) {
        #expect(isClose(PoolEstimator.passAtK(n: n, c: c, k: k), expected, within: 5.1e-7))
    }

    @Test func `pass@k equals the share of subsets with a success`() {
        for n in 1...7 {
            for c in 0...n {
                for k in 1...n {
                    let all = subsets(of: n, size: k)
                    let hits = all.count { $0.contains { $0 < c } }
                    let expected = Double(hits) / Double(all.count)
                    #expect(isClose(PoolEstimator.passAtK(n: n, c: c, k: k), expected))
                }
            }
        }
    }

    @Test func `the variance of pass@1 is that of a mean`() {
        #expect(isClose(PoolEstimator.passAtKVariance(n: 20, p: 0.3, k: 1), 0.3 * 0.7 / 20))
        #expect(PoolEstimator.passAtKVariance(n: 20, p: 0, k: 3) == 0)
        #expect(PoolEstimator.passAtKVariance(n: 20, p: 1, k: 3) == 0)
    }

    @Test func `guessing coverage grows from one over the choices to one`() {
        #expect(isClose(PoolEstimator.guessingCoverage(choices: 4, k: 1), 0.25))
        #expect(isClose(PoolEstimator.guessingCoverage(choices: 4, k: 2), 0.4375))
        #expect(PoolEstimator.guessingCoverage(choices: 1, k: 3) == 1)
        #expect(PoolEstimator.guessingCoverage(choices: 1, k: 0) == 0)
    }

    @Test func `a subset larger than the pool is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = PoolEstimator.passAtK(n: 3, c: 1, k: 4)
        }
    }
}
