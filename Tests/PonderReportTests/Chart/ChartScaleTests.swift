import PonderReport
import Testing

struct ChartScaleTests {
    @Test(arguments: [
        ([300.0, 900], [200.0, 500, 1000, 2000]), ([0.00002], [0.00001, 0.00002, 0.00005]),
        ([1.0, 1], [0.5, 1, 2]), ([4.0, 6], [2, 5, 10]),
    ])
    func `a logarithmic axis has ticks at 1, 2 and 5 around all values`(
        values: [Double],
        ticks: [Double]
    ) {
        let scale = ChartScale.logarithmic(values, range: (0, 100), limit: 9)
        #expect(scale.ticks == ticks)
        #expect(scale.position(scale.domain.lowerBound) == 0)
        #expect(scale.position(scale.domain.upperBound) == 100)
        for value in values { #expect((5.0...95).contains(scale.position(value))) }
    }

    @Test func `many decades have ticks at powers of ten, and not too many`() {
        let scale = ChartScale.logarithmic([1e6, 1e13], range: (0, 100), limit: 5)
        #expect(scale.ticks == [1e6, 1e8, 1e10, 1e12])
    }

    @Test(arguments: [
        ([0.425, 0.917], [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]), ([1.0], [0.98, 1.0]),
        ([0.0, 0.0], [0.0, 0.02]), ([0.5], [0.5, 0.52]), ([0.0, 1.0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ])
    func `an axis of shares has round ticks between 0 and 1`(values: [Double], ticks: [Double]) {
        let scale = ChartScale.shares(values, range: (100, 0))
        #expect(scale.ticks.count == ticks.count)
        for (tick, expected) in zip(scale.ticks, ticks) { #expect(abs(tick - expected) < 1e-12) }
        #expect(scale.domain.lowerBound >= 0)
        #expect(scale.domain.upperBound <= 1 + 1e-12)
        #expect(scale.domain.lowerBound < scale.domain.upperBound)
    }

    @Test func `the middle of a logarithmic axis is the geometric mean`() {
        let scale = ChartScale.logarithmic([1.15, 86], range: (0, 100), limit: 9)
        #expect(scale.domain == 1...100)
        #expect(abs(scale.position(10) - 50) < 1e-9)
    }
}
