import PonderStatistics
import Testing

struct AccuracyCurveTests {
    private func curve(_ points: (Double, Double)...) throws -> AccuracyCurve {
        try #require(AccuracyCurve(points.map { CurvePoint(cost: $0.0, accuracy: $0.1) }))
    }

    @Test func `a curve needs a point of positive cost`() {
        #expect(AccuracyCurve([]) == nil)
        #expect(AccuracyCurve([CurvePoint(cost: 0, accuracy: 0.5)]) == nil)
    }

    @Test func `a curve is exact at its points and undefined outside`() throws {
        let curve = try curve((4, 0.6), (1, 0.2), (16, 0.5))
        #expect(curve.accuracy(atCost: 1) == 0.2)
        #expect(curve.accuracy(atCost: 16 * (1 + 1e-12)) == 0.5)
        #expect(isClose(curve.accuracy(atCost: 2), 0.4))
        #expect(curve.accuracy(atCost: 0.9) == nil && curve.accuracy(atCost: 17) == nil)
        #expect(curve.clampedAccuracy(atCost: 0.9) == 0.2)
        #expect(curve.clampedAccuracy(atCost: 17) == 0.5)
    }

    @Test func `the area is the trapezoid over log cost`() throws {
        let curve = try curve((1, 0.2), (4, 0.6), (16, 0.6))
        // Two units of log2 at mean 0.4, two at 0.6.
        #expect(isClose(curve.meanAccuracy(fromCost: 1, toCost: 16), 0.5))
        #expect(isClose(curve.meanAccuracy(fromCost: 2, toCost: 8), 0.55))
        #expect(curve.meanAccuracy(fromCost: 0.5, toCost: 4) == nil)
        #expect(curve.meanAccuracy(fromCost: 4, toCost: 4) == nil)
    }

    @Test func `isotonic fitting pools points that fall`() throws {
        let fitted = try curve((1, 0.2), (2, 0.6), (4, 0.4), (8, 0.3), (16, 0.9)).isotonic()
        let accuracies = fitted.points.map(\.accuracy)
        let expected = [0.2, 1.3 / 3, 1.3 / 3, 1.3 / 3, 0.9]
        #expect(accuracies.elementsEqual(expected) { isClose($0, $1) })
    }

    @Test func `the cost of an accuracy is inverted in log cost or censored`() throws {
        let curve = try curve((1, 0.2), (4, 0.6), (16, 0.6))
        guard case .reached(let cost) = curve.cost(reaching: 0.4) else {
            Issue.record("0.4 lies on the curve")
            return
        }
        #expect(isClose(cost, 2))
        #expect(curve.cost(reaching: 0.2) == .reached(1))
        #expect(curve.cost(reaching: 0.6) == .reached(4))
        #expect(curve.cost(reaching: 0.1) == .atMost(1))
        #expect(curve.cost(reaching: 0.7) == .moreThan(16))
    }

    @Test func `shared targets lie inside both ranges`() throws {
        let first = try curve((1, 0.2), (4, 0.6))
        let second = try curve((1, 0.4), (4, 0.9))
        #expect(first.sharedTargets(with: second, fractions: [0.5]).allSatisfy { isClose($0, 0.5) })
        let apart = try curve((1, 0.7), (4, 0.9))
        #expect(first.sharedTargets(with: apart).isEmpty)
    }
}
