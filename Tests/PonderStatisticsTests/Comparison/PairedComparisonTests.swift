import PonderStatistics
import Testing

struct PairedComparisonTests {
    private let matrix = ResampleMatrix(problemCount: 30, replicateCount: 1000, seed: 3)
    private let base = (0..<30).map { Double($0 % 4) / 4 }

    @Test func `identical strategies differ by exactly zero`() throws {
        for method in IntervalMethod.allCases {
            let result = try #require(matrix.pairedDifference(base, minus: base, method: method))
            let interval = try #require(result.interval)
            #expect(result.estimate == 0 && interval.low == 0 && interval.high == 0)
            #expect(result.pValue == 1 && result.standardError == 0)
            #expect(isClose(result.correlation, 1))
            #expect(result.minimumDetectable == nil)
        }
    }

    @Test func `a clear improvement is found and its standard error follows Miller`() throws {
        let better = base.enumerated().map { $1 + ($0 % 3 == 0 ? 0.3 : 0.1) }
        let result = try #require(matrix.pairedDifference(better, minus: base))
        let interval = try #require(result.interval)
        #expect(interval.low > 0 && interval.contains(result.estimate))
        #expect(try #require(result.pValue) < 0.01)
        let first = try #require(MeanEstimate(better))
        let second = try #require(MeanEstimate(base))
        let rho = try #require(result.correlation)
        let variance =
            first.standardError * first.standardError + second.standardError
            * second.standardError - 2 * rho * first.standardError * second.standardError
        #expect(isClose(result.standardError, variance.squareRoot()))
    }

    @Test func `comparisons of none or one problem say what they cannot know`() throws {
        let none = ResampleMatrix(problemCount: 0, replicateCount: 3, seed: 0)
        #expect(none.pairedDifference([], minus: []) == nil)
        let one = ResampleMatrix(problemCount: 1, replicateCount: 3, seed: 0)
        let result = try #require(one.pairedDifference([1], minus: [0]))
        #expect(result.estimate == 1 && result.interval == nil && result.pValue == nil)
    }

    @Test func `sign flips match the exact enumeration up to simulation error`() throws {
        let p = try #require(
            SignFlipTest.pValue(differences: [1, 2, -1, 3, 0.5, 1.5], flips: 20_000, seed: 2)
        )
        // All 64 sign vectors give 0.125; five standard deviations.
        #expect(isClose(p, 0.125, within: 0.012))
    }

    @Test func `sign flips ignore zeros and are repeatable`() {
        let values = [0.2, -0.1, 0.4, 0.3]
        let p = SignFlipTest.pValue(differences: values, flips: 500, seed: 9)
        let padded = SignFlipTest.pValue(differences: [0] + values + [0, 0], flips: 500, seed: 9)
        #expect(p == padded)
        #expect(SignFlipTest.pValue(differences: [], seed: 1) == nil)
        #expect(SignFlipTest.pValue(differences: [0, 0], flips: 10, seed: 1) == 1)
        #expect(SignFlipTest.pValue(differences: [0.5], flips: 10, seed: 1) == 1)
    }

    @Test(arguments: [
        (15, 5, 0.041389, 0.026604), (8, 1, 0.039062, 0.021484), (30, 18, 0.111403, 0.085433),
        (3, 0, 0.25, 0.125),
    ])
    func `McNemar matches the published vectors`(b: Int, c: Int, exact: Double, mid: Double) {
        // The vectors are rounded to six places.
        let test = McNemarTest(firstOnly: b, secondOnly: c)
        #expect(isClose(test.exactPValue, exact, within: 5.1e-7))
        #expect(isClose(test.midPValue, mid, within: 5.1e-7))
        let mirrored = McNemarTest(firstOnly: c, secondOnly: b)
        #expect(mirrored.exactPValue == test.exactPValue)
    }

    @Test func `McNemar without a preference gives one`() {
        for count in [0, 1, 6] {
            let test = McNemarTest(firstOnly: count, secondOnly: count)
            #expect(test.exactPValue == 1 && test.midPValue == 1)
        }
        #expect(McNemarTest(firstOnly: 0, secondOnly: 0).chiSquare == nil)
        #expect(McNemarTest(firstOnly: 4, secondOnly: 4).chiSquare == 0)
    }

    @Test func `McNemar's chi-square applies the continuity correction`() {
        let test = McNemarTest(firstOnly: 15, secondOnly: 5)
        #expect(test.chiSquare == 4.05)
        #expect(isClose(test.chiSquarePValue, 0.044_171, within: 1e-6))
    }

    @Test func `McNemar counts discordant problems`() {
        let test = McNemarTest(
            first: [true, true, false, false, true],
            second: [true, false, true, false, false]
        )
        #expect(test == McNemarTest(firstOnly: 2, secondOnly: 1))
    }
}
