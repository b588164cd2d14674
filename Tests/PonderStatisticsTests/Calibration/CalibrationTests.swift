import PonderStatistics
import Testing

struct CalibrationTests {
    private func predictions(_ values: [(Double, Bool)]) -> [Prediction] {
        values.map { Prediction(confidence: $0.0, isCorrect: $0.1) }
    }

    @Test func `no predictions have no calibration`() {
        #expect(Calibration.brierScore([]) == nil)
        #expect(Calibration.logLoss([]) == nil)
        #expect(Calibration.expectedCalibrationError([]) == nil)
        #expect(Calibration.riskCoverage([]).isEmpty)
        #expect(Calibration.riskCoverageArea([]) == nil)
        #expect(Calibration.auroc([]) == nil)
        #expect(Calibration.withinGroupAUROC([[], []]) == nil)
    }

    @Test func `Brier score and log loss follow their definitions`() {
        let all = predictions([(0.9, true), (0.2, false), (0.6, false)])
        #expect(isClose(Calibration.brierScore(all), (0.01 + 0.04 + 0.36) / 3))
        // -(ln 0.9 + ln 0.8 + ln 0.4) / 3
        #expect(isClose(Calibration.logLoss(all), 0.414_931_599_615_397))
    }

    @Test func `a sure mistake is clipped unless the clip is zero`() {
        let all = predictions([(1, false)])
        #expect(isClose(Calibration.logLoss(all), 27.631, within: 1e-3))
        #expect(Calibration.logLoss(all, clip: 0) == .infinity)
        #expect(Calibration.logLoss(predictions([(1, true)]), clip: 0) == 0)
    }

    @Test func `calibration error takes bins of equal mass`() {
        // Two bins: confidences 0.9 at rate 1, and 0.1 at rate 1/2.
        let all = predictions([(0.9, true), (0.1, true), (0.9, true), (0.1, false)])
        #expect(isClose(Calibration.expectedCalibrationError(all, bins: 2), (0.1 + 0.4) / 2))
        #expect(isClose(Calibration.expectedCalibrationError(predictions([(0.7, true)])), 0.3))
    }

    @Test func `ties do not make any measure depend on order`() {
        let values = (0..<23).map { (Double($0 % 3) / 4, $0 % 5 < 2) }
        let forward = predictions(values)
        let backward = predictions(values.reversed())
        #expect(
            isClose(
                Calibration.expectedCalibrationError(forward),
                Calibration.expectedCalibrationError(backward) ?? -1
            )
        )
        #expect(
            isClose(
                Calibration.riskCoverageArea(forward),
                Calibration.riskCoverageArea(backward) ?? -1
            )
        )
        #expect(Calibration.auroc(forward) == Calibration.auroc(backward))
    }

    @Test func `the risk-coverage curve runs down the confidences`() {
        let all = predictions([(0.2, false), (0.9, true), (0.5, true), (0.4, false)])
        let curve = Calibration.riskCoverage(all)
        #expect(curve.map(\.coverage) == [0.25, 0.5, 0.75, 1])
        #expect(curve.map(\.risk).elementsEqual([0, 0, 1.0 / 3, 0.5]) { isClose($0, $1) })
        #expect(isClose(Calibration.riskCoverageArea(all), (1.0 / 3 + 0.5) / 4))
    }

    @Test func `a constant confidence has the plain error rate as its area`() {
        let all = predictions((0..<9).map { (0.5, $0 % 3 == 0) })
        #expect(isClose(Calibration.riskCoverageArea(all), 2.0 / 3))
    }

    @Test func `AUROC equals the share of ordered pairs with ties one half`() {
        let all = predictions([
            (0.9, true), (0.4, true), (0.4, false), (0.1, false), (0.9, false), (0.5, true),
        ])
        let right = all.filter(\.isCorrect)
        let wrong = all.filter { !$0.isCorrect }
        var wins = 0.0
        for a in right {
            for b in wrong {
                wins += a.confidence > b.confidence ? 1 : a.confidence == b.confidence ? 0.5 : 0
            }
        }
        #expect(isClose(Calibration.auroc(all), wins / 9))
        #expect(Calibration.auroc(right) == nil)
    }

    @Test func `within-group AUROC ignores difficulty and one-class groups`() {
        let easy = predictions([(0.9, true), (0.8, true), (0.85, false)])
        let hard = predictions([(0.2, true), (0.1, false)])
        let solved = predictions([(0.5, true)])
        #expect(isClose(Calibration.withinGroupAUROC([easy, hard, solved, []]), (0.5 + 1) / 2))
    }

    @Test func `the weighted bootstrap of AUROC agrees with pooling the predictions`() throws {
        var generator = ResamplingGenerator(seed: 17)
        let groups = (0..<12).map { _ in
            (0..<4).map { _ in
                let confidence = Double(generator.integer(below: 10)) / 10
                return Prediction(
                    confidence: confidence,
                    isCorrect: generator.unitDouble() < confidence
                )
            }
        }
        let matrix = ResampleMatrix(problemCount: 12, replicateCount: 100, seed: 3)
        let fast = try #require(matrix.bootstrapAUROC(groups))
        let slow = try #require(matrix.bootstrap(groups) { Calibration.auroc($0) })
        #expect(isClose(fast.estimate, slow.estimate))
        #expect(
            fast.sortedReplicates.elementsEqual(slow.sortedReplicates) { isClose($0, $1) }
        )
        #expect(isClose(fast.acceleration, slow.acceleration, within: 1e-9))
        let interval = try #require(fast.bcaInterval())
        #expect(interval.contains(fast.estimate))
        let within = try #require(matrix.bootstrapWithinGroupAUROC(groups))
        #expect(within.estimate == Calibration.withinGroupAUROC(groups))
    }
}
