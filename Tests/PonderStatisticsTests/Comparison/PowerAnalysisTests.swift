import PonderStatistics
import Testing

struct PowerAnalysisTests {
    @Test(arguments: [
        (0.2, 0.05, 626), (0.1, 0.03, 870), (0.3, 0.05, 940), (0.15, 0.02, 2941),
    ])
    func `paired binary sample sizes match the published vectors`(
        discordance: Double,
        difference: Double,
        expected: Int
    ) throws {
        let size = PowerAnalysis.sampleSize(difference: difference, discordance: discordance)
        #expect(size == expected)
        let detectable = try #require(
            PowerAnalysis.minimumDetectable(discordance: discordance, count: size)
        )
        // The size was rounded up, so slightly less than the difference is detectable.
        #expect(detectable <= difference && isClose(detectable, difference, within: 1e-4))
    }

    @Test func `the sample size of a mean matches Miller's example`() {
        #expect(PowerAnalysis.sampleSize(difference: 0.03, variance: 1.0 / 9) == 969)
        #expect(PowerAnalysis.sampleSize(difference: 0.03, variance: 0) == 1)
    }

    @Test func `the detectable mean inverts the sample size`() throws {
        let differences = (0..<969).map { $0 % 2 == 0 ? 1.0 / 3 : -1.0 / 3 }
        let detectable = try #require(PowerAnalysis.minimumDetectable(differences: differences))
        #expect(isClose(detectable, 0.03, within: 1e-4))
    }

    @Test func `no spread and too few problems leave the detectable difference unknown`() {
        #expect(PowerAnalysis.minimumDetectable(differences: []) == nil)
        #expect(PowerAnalysis.minimumDetectable(differences: [0.1]) == nil)
        #expect(PowerAnalysis.minimumDetectable(differences: [0.1, 0.1]) == nil)
        let rounded = [0.1, 0.3 - 0.2, 0.7 - 0.6]
        #expect(PowerAnalysis.minimumDetectable(differences: rounded) == nil)
        #expect(PowerAnalysis.minimumDetectable(discordance: 0, count: 100) == nil)
        #expect(PowerAnalysis.minimumDetectable(discordance: 0.05, count: 20) == nil)
        #expect(PowerAnalysis.minimumDetectable(discordance: 0.5, count: 1) == nil)
    }

    @Test func `a row at the edge does not claim to detect everything`() {
        let edge = PowerAnalysis.minimumDetectable(proportion: 1, count: 30)
        let middle = PowerAnalysis.minimumDetectable(proportion: 0.5, count: 30)
        #expect(edge > 0.05 && edge < middle)
        #expect(isClose(middle, 2.801_585 * (0.25 / 30).squareRoot(), within: 1e-6))
    }

    @Test func `Holm and Benjamini-Hochberg match the published vector in any order`() {
        let values = [0.04, 0.001, 0.2, 0.012, 0.03]
        let holm = MultipleComparisons.holm(values)
        #expect(holm.elementsEqual([0.09, 0.005, 0.2, 0.048, 0.09]) { isClose($0, $1) })
        let rates = MultipleComparisons.benjaminiHochberg(values)
        #expect(rates.elementsEqual([0.05, 0.005, 0.2, 0.03, 0.05]) { isClose($0, $1) })
    }

    @Test func `adjusting no value or one value changes nothing`() {
        #expect(MultipleComparisons.holm([]).isEmpty)
        #expect(MultipleComparisons.benjaminiHochberg([]).isEmpty)
        #expect(MultipleComparisons.holm([0.3]) == [0.3])
        #expect(MultipleComparisons.benjaminiHochberg([0.3]) == [0.3])
        #expect(MultipleComparisons.holm([0.9, 0.8]) == [1, 1])
    }
}
