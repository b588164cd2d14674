import PonderStatistics
import Testing

struct CoverageLawTests {
    @Test(arguments: [(1, 0.23077), (10, 0.55866), (100, 0.77500), (1000, 0.88704)])
    func `Beta-binomial coverage matches the published vectors`(k: Int, expected: Double) {
        let law = BetaBinomialCoverage(alpha: 0.3, beta: 1)
        // The vectors are rounded to five places.
        #expect(isClose(law.coverage(at: k), expected, within: 5.1e-6))
        #expect(law.coverage(at: 0) == 0)
    }

    @Test func `a power law is recovered from its own points`() throws {
        let law = CoveragePowerLaw(a: -1.7, b: 0.45)
        let points = [1, 2, 4, 8, 16].map { CoveragePoint(k: $0, coverage: law.coverage(at: $0)) }
        let fit = try #require(CoveragePowerLaw.fit(points))
        #expect(isClose(fit.a, -1.7) && isClose(fit.b, 0.45))
    }

    @Test func `weights decide between points that disagree`() throws {
        let law = CoveragePowerLaw(a: -1.2, b: 0.3)
        var points = [1, 4, 16].map { CoveragePoint(k: $0, coverage: law.coverage(at: $0)) }
        points.append(CoveragePoint(k: 8, coverage: 0.1, weight: 0))
        points.append(CoveragePoint(k: 32, coverage: 1))
        let fit = try #require(CoveragePowerLaw.fit(points))
        #expect(isClose(fit.a, -1.2) && isClose(fit.b, 0.3))
    }

    @Test func `a power law needs two usable numbers of samples`() {
        let empty: [CoveragePoint] = []
        #expect(CoveragePowerLaw.fit(empty) == nil)
        let same = [CoveragePoint(k: 3, coverage: 0.4), CoveragePoint(k: 3, coverage: 0.5)]
        #expect(CoveragePowerLaw.fit(same) == nil)
        let wild = [
            CoveragePoint(k: 1_000_000, coverage: 1e-300),
            CoveragePoint(k: 1_000_001, coverage: 1 - 1e-15),
        ]
        #expect(CoveragePowerLaw.fit(wild) == nil)
        let edges = [CoveragePoint(k: 1, coverage: 0), CoveragePoint(k: 2, coverage: 1)]
        #expect(CoveragePowerLaw.fit(edges) == nil)
    }

    @Test func `the Beta-binomial fit matches an independent maximiser`() throws {
        let counts = [0, 0, 0, 1, 2, 5, 8, 10, 10, 3, 0, 1].map {
            SuccessCount(successes: $0, trials: 10)
        }
        let fit = try #require(BetaBinomialCoverage.fit(counts))
        // SciPy's Nelder-Mead on scipy.stats.betabinom.logpmf.
        #expect(isClose(fit.alpha, 0.253_625_47, within: 1e-6))
        #expect(isClose(fit.beta, 0.442_549_02, within: 1e-6))
    }

    @Test func `counts without spread fit one common rate`() throws {
        let counts = [SuccessCount](repeating: SuccessCount(successes: 3, trials: 10), count: 40)
        let fit = try #require(BetaBinomialCoverage.fit(counts))
        #expect(isClose(fit.mean, 0.3, within: 1e-3))
        #expect(isClose(fit.coverage(at: 5), 1 - 0.16807, within: 1e-2))
    }

    @Test(arguments: [
        [], [SuccessCount(successes: 1, trials: 1), SuccessCount(successes: 0, trials: 1)],
        [SuccessCount(successes: 0, trials: 8), SuccessCount(successes: 0, trials: 8)],
        [SuccessCount(successes: 8, trials: 8)],
    ])
    func `counts that determine no shapes give nil`(counts: [SuccessCount]) {
        #expect(BetaBinomialCoverage.fit(counts) == nil)
    }

    @Test func `the posterior adds the counts to the shapes`() {
        let posterior = BetaBinomialCoverage(alpha: 0.5, beta: 0.5).posterior(
            after: SuccessCount(successes: 1, trials: 4)
        )
        #expect(posterior == BetaBinomialCoverage(alpha: 1.5, beta: 3.5))
        #expect(isClose(posterior.mean, posterior.coverage(at: 1)))
    }
}
