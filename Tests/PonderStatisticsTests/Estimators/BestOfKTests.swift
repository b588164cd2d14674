import PonderStatistics
import Testing

struct BestOfKTests {
    @Test func `rank weights match the published vectors`() {
        #expect(weights(n: 5, k: 2).elementsEqual([0.4, 0.3, 0.2, 0.1, 0]) { isClose($0, $1) })
        let eight = [0.5, 0.28571, 0.14286, 0.05714, 0.01429, 0, 0, 0]
        // The vector is rounded to five places.
        #expect(weights(n: 8, k: 4).elementsEqual(eight) { isClose($0, $1, within: 5.1e-6) })
    }

    @Test func `a constant verifier gives exactly the mean`() {
        let correct = [true, false, true, true, false, false, true]
        for k in 1...7 {
            let scores = [Double](repeating: 0.3, count: 7)
            #expect(PoolEstimator.bestOfK(scores: scores, correct: correct, k: k) == 4.0 / 7)
        }
    }

    @Test(
        arguments: [
            [0.9, 0.1, 0.5, 0.7, 0.3], [1, 1, 0, 0, 1, 0], [2, 2, 1, 1, 1, 3, 3],
            [-.infinity, 0, .infinity, 0], [4],
        ] as [[Double]]
    )
    func `best-of-k equals the enumeration of all subsets`(scores: [Double]) {
        let correct = scores.indices.map { $0 % 3 != 1 }
        for k in 1...scores.count {
            let all = subsets(of: scores.count, size: k)
            let total = all.reduce(0.0) { sum, subset in
                let best = subset.map { scores[$0] }.max() ?? 0
                let tied = subset.filter { scores[$0] == best }
                return sum + Double(tied.count { correct[$0] }) / Double(tied.count)
            }
            let value = PoolEstimator.bestOfK(scores: scores, correct: correct, k: k)
            #expect(isClose(value, total / Double(all.count)))
        }
    }

    @Test func `the expected best score runs from the mean to the maximum`() {
        let scores = [0.2, 0.9, 0.4, 0.5]
        #expect(isClose(PoolEstimator.expectedBestScore(scores: scores, k: 1), 0.5))
        #expect(isClose(PoolEstimator.expectedBestScore(scores: scores, k: 4), 0.9))
    }

    @Test func `a perfect verifier reaches pass@k`() {
        let correct = (0..<40).map { $0 < 6 }
        for k in [1, 3, 10, 40] {
            let value = PoolEstimator.bestOfK(
                scores: correct.map { $0 ? 1 : 0 },
                correct: correct,
                k: k
            )
            #expect(isClose(value, PoolEstimator.passAtK(n: 40, c: 6, k: k)))
        }
    }

    @Test func `a score that is not a number is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            _ = PoolEstimator.bestOfK(scores: [.nan, 1], correct: [true, false], k: 1)
        }
    }

    /// Reads the weight of each rank by putting the value 1 at that rank.
    private func weights(n: Int, k: Int) -> [Double] {
        let scores = (0..<n).map { Double(-$0) }
        return (0..<n).map { rank in
            PoolEstimator.bestOfK(scores: scores, values: (0..<n).map { $0 == rank ? 1 : 0 }, k: k)
        }
    }
}
