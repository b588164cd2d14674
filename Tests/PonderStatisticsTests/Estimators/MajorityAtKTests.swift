import PonderStatistics
import Testing

struct MajorityAtKTests {
    @Test func `maj@k matches the published vectors`() {
        #expect(isClose(majority(4, [3, 3], k: 5), 10.0 / 21))
        #expect(isClose(majority(3, [5, 2], k: 3), 4.0 / 15))
        #expect(isClose(majority(2, [1, 1, 1, 1], k: 3), 2.0 / 5))
        #expect(isClose(majority(6, [4], k: 4), 2.0 / 3))
    }

    @Test(arguments: [
        (3, [2, 2, 1], 1), (2, [2, 1, 1, 1], 2), (1, [3], 3), (4, [4], 1), (2, [3, 2], 0),
        (0, [3, 1], 2), (3, [], 3), (1, [1, 1, 1, 1, 1, 1], 1), (2, [2, 2, 2], 0),
    ])
    func `maj@k equals the enumeration of all subsets`(
        correct: Int,
        others: [Int],
        unreadable: Int
    ) {
        let n = correct + others.reduce(0, +) + unreadable
        for k in 1...n {
            let expected = enumerate(correct, others, unreadable, k)
            let value = PoolEstimator.majorityAtK(
                correct: correct,
                others: others,
                unreadable: unreadable,
                k: k
            )
            #expect(isClose(value, expected))
        }
    }

    @Test(arguments: [(3, [4, 2], 1), (0, [5], 2), (7, [], 0), (200, [150, 100, 12], 50)])
    func `maj@1 is pass@1`(correct: Int, others: [Int], unreadable: Int) {
        let n = correct + others.reduce(0, +) + unreadable
        let value = PoolEstimator.majorityAtK(
            correct: correct,
            others: others,
            unreadable: unreadable,
            k: 1
        )
        #expect(isClose(value, PoolEstimator.passAtK(n: n, c: correct, k: 1)))
    }

    @Test func `unreadable samples never win and all-unreadable subsets count zero`() {
        #expect(PoolEstimator.majorityAtK(correct: 0, others: [], unreadable: 5, k: 3) == 0)
        // Of the pairs from {right, nil, nil}, two of three hold the right answer.
        let value = PoolEstimator.majorityAtK(correct: 1, others: [], unreadable: 2, k: 2)
        #expect(isClose(value, 2.0 / 3))
    }

    @Test func `a pool of only correct samples scores exactly one`() {
        for k in [1, 7, 256, 512] {
            #expect(PoolEstimator.majorityAtK(correct: 512, others: [], unreadable: 0, k: k) == 1)
        }
    }

    @Test func `large pools match exact rational arithmetic`() {
        // References from Python integers and fractions; the last pool takes the tilted weights.
        let wide = PoolEstimator.majorityAtK(
            correct: 100,
            others: [90, 80, 60, 40, 20, 20, 10, 5, 5, 1, 1, 1],
            unreadable: 79,
            k: 128
        )
        #expect(isClose(wide, 0.588_292_815_319_727_7))
        let narrow = PoolEstimator.majorityAtK(
            correct: 120,
            others: [110, 100, 60],
            unreadable: 22,
            k: 64
        )
        #expect(isClose(narrow, 0.509_403_758_224_488_9))
        let tilted = PoolEstimator.majorityAtK(
            correct: 420,
            others: [400, 300],
            unreadable: 30,
            k: 40
        )
        #expect(isClose(tilted, 0.503_024_301_825_165, within: 1e-11))
    }

    @Test func `the whole pool gives its plurality`() {
        #expect(majority(5, [4, 3], k: 12) == 1)
        #expect(majority(3, [4, 3], k: 10) == 0)
        #expect(isClose(majority(4, [4, 4, 1], k: 13), 1.0 / 3))
    }

    @Test func `two equal answers share a pool of 512 evenly`() {
        for k in [2, 63, 256, 500] {
            #expect(isClose(majority(256, [256], k: k), 0.5, within: 1e-11))
        }
    }

    @Test func `eight equal answers win an eighth of the time each`() {
        let value = majority(64, [Int](repeating: 64, count: 7), k: 64)
        #expect(isClose(value, 1.0 / 8, within: 1e-11))
    }

    @Test func `tilted weights beyond a thousand samples agree with plain ones`() {
        // maj@2 of two answers is pass@1 by symmetry of the tie, whatever the pool.
        #expect(isClose(majority(900, [600], k: 2), 0.6, within: 1e-10))
        // The same shares of a slightly larger pool leave a small k nearly unchanged.
        let small = majority(600, [300, 100], k: 9)
        let large = majority(660, [330, 110], k: 9)
        #expect(abs(small - large) < 1e-3)
        #expect(isClose(majority(1200, [1200], k: 2400), 0.5, within: 1e-10))
    }

    @Test func `shares of unequal answers add up to one`() {
        let counts = [5, 4, 4, 2, 1]
        for k in 1...16 {
            let total = counts.indices.reduce(0.0) { sum, winner in
                var others = counts
                let correct = others.remove(at: winner)
                return sum + majority(correct, others, k: k)
            }
            #expect(isClose(total, 1))
        }
    }

    private func majority(_ correct: Int, _ others: [Int], k: Int) -> Double {
        PoolEstimator.majorityAtK(correct: correct, others: others, unreadable: 0, k: k)
    }

    /// Averages the plurality vote, with ties split, over every subset.
    private func enumerate(
        _ correct: Int,
        _ others: [Int],
        _ unreadable: Int,
        _ k: Int
    ) -> Double {
        var labels = [Int](repeating: 0, count: correct)
        for (index, count) in others.enumerated() {
            labels += [Int](repeating: index + 1, count: count)
        }
        labels += [Int](repeating: -1, count: unreadable)
        let all = subsets(of: labels.count, size: k)
        let total = all.reduce(0.0) { sum, subset in
            var votes = [Int](repeating: 0, count: others.count + 1)
            for index in subset where labels[index] >= 0 { votes[labels[index]] += 1 }
            let lead = votes.max() ?? 0
            guard lead > 0, votes[0] == lead else { return sum }
            return sum + 1 / Double(votes.count { $0 == lead })
        }
        return total / Double(all.count)
    }
}
