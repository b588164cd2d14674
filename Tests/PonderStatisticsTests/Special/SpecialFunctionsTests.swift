import PonderStatistics
import Testing

/// References come from SciPy 1.17.1.
struct SpecialFunctionsTests {
    @Test(arguments: [
        (0.001, 6.907178885383853), (0.5, 0.5723649429247), (1.5, -0.12078223763524526),
        (3.7, 1.428072326665388), (25.5, 56.38916764371994), (1000.5, 5908.674175848678),
        (1, 0), (2, 0),
    ])
    func `logGamma matches the reference`(x: Double, expected: Double) {
        #expect(
            isClose(SpecialFunctions.logGamma(x), expected, within: 1e-13 * max(1, abs(expected)))
        )
    }

    @Test func `logBinomial is minus infinity outside and zero at the edges`() {
        #expect(SpecialFunctions.logBinomial(5, -1) == -.infinity)
        #expect(SpecialFunctions.logBinomial(5, 6) == -.infinity)
        #expect(SpecialFunctions.logBinomial(5, 0) == 0)
        #expect(SpecialFunctions.logBinomial(5, 5) == 0)
        // ln 2598960.
        #expect(isClose(SpecialFunctions.logBinomial(52, 5), 14.770_621_922_970_94))
    }

    @Test(arguments: [
        (1e-12, -7.034483825301131), (0.001, -3.090232306167813), (0.025, -1.9599639845400545),
        (0.3, -0.5244005127080409), (0.5, 0), (0.8, 0.8416212335729143),
        (0.975, 1.959963984540054), (0.999999, 4.753424308817087), (0, -.infinity),
        (1, .infinity),
    ])
    func `the normal quantile matches the reference`(probability: Double, expected: Double) {
        // Near 1 the argument itself is only known to 1e-16, which the slope magnifies.
        #expect(isClose(SpecialFunctions.normalQuantile(probability), expected, within: 1e-11))
    }

    @Test(arguments: [
        (-8, 6.22096057427174e-16), (-1, 0.15865525393145707), (0, 0.5),
        (0.3, 0.6179114221889526), (2, 0.9772498680518208),
    ])
    func `the normal distribution function matches the reference`(x: Double, expected: Double) {
        #expect(isClose(SpecialFunctions.normalCDF(x), expected, within: 1e-14 * expected))
    }

    @Test(arguments: [
        (0.3, 2, 3, 0.3483), (0.5, 0.5, 0.5, 0.5), (0.9, 30.5, 4, 0.5653459487732795),
        (0.01, 5, 200, 0.05540973034281645), (0.5, 4000, 4100, 0.8667550744270505),
        (0, 2, 3, 0), (1, 2, 3, 1),
    ])
    func `the incomplete beta function matches the reference`(
        x: Double,
        a: Double,
        b: Double,
        expected: Double
    ) {
        #expect(
            isClose(
                SpecialFunctions.regularizedIncompleteBeta(x, a: a, b: b),
                expected,
                within: max(a, b) > 100 ? 1e-11 : 1e-12
            )
        )
    }

    @Test(arguments: [
        (1, 0, 0.75), (2, 0, 0.875), (3, 0, 0.9375), (4, 0, 0.96875), (4, 1, 0.890625),
        (5, 1, 0.9375), (6, 1, 0.964844), (7, 2, 0.945312), (8, 2, 0.967285), (9, 3, 0.953857),
        (10, 4, 0.940765), (12, 5, 0.951874), (20, 12, 0.918622), (3, 3, 0.5), (0, 0, 0.5),
    ])
    func `the beta tail matches the published vectors`(a: Int, b: Int, expected: Double) {
        // The vectors are rounded to six places.
        let tail = SpecialFunctions.betaTail(leader: a, runnerUp: b)
        #expect(isClose(tail, expected, within: 5.1e-7))
        let integral = SpecialFunctions.regularizedIncompleteBeta(
            0.5,
            a: Double(b) + 1,
            b: Double(a) + 1
        )
        #expect(isClose(tail, integral))
    }

    @Test func `the beta tail is continuous where its method changes`() {
        let below = SpecialFunctions.betaTail(leader: 520, runnerUp: 479)
        let above = SpecialFunctions.betaTail(leader: 521, runnerUp: 479)
        #expect(below < above && above - below < 0.02)
        #expect(
            isClose(SpecialFunctions.betaTail(leader: 5000, runnerUp: 5000), 0.5, within: 1e-11)
        )
    }

    @Test(arguments: [
        (0.975, 1, 12.706204736174694), (0.975, 5, 2.5705818356363146),
        (0.025, 29, -2.045229642132703), (0.9, 3, 1.637744353696209),
        (0.995, 1000, 2.580754698065951), (0.5, 4, 0),
    ])
    func `the quantile of Student's t matches the reference`(
        probability: Double,
        degrees: Double,
        expected: Double
    ) {
        let quantile = SpecialFunctions.studentTQuantile(probability, degreesOfFreedom: degrees)
        #expect(isClose(quantile, expected, within: 1e-8 * max(1, abs(expected))))
    }
}
