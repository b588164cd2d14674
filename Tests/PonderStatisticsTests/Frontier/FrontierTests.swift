import PonderStatistics
import Testing

struct FrontierTests {
    private func points(_ values: [(Double, Double)]) -> [CurvePoint] {
        values.map { CurvePoint(cost: $0.0, accuracy: $0.1) }
    }

    @Test func `the frontier keeps strict accuracy records by cost`() {
        let all = points([(4, 0.6), (1, 0.2), (2, 0.5), (3, 0.4), (8, 0.6), (2, 0.3)])
        #expect(ParetoFrontier.indices(of: all) == [1, 2, 0])
        #expect(ParetoFrontier.indices(of: []).isEmpty)
        #expect(ParetoFrontier.indices(of: points([(0, 0)])) == [0])
    }

    @Test func `points equal in both coordinates share the frontier`() {
        let all = points([(2, 0.5), (1, 0.2), (2, 0.5)])
        #expect(ParetoFrontier.indices(of: all) == [1, 0, 2])
    }

    @Test func `the frontier is what no other point dominates`() {
        var generator = ResamplingGenerator(seed: 13)
        for _ in 0..<50 {
            let all = (0..<12).map { _ in
                CurvePoint(
                    cost: Double(generator.integer(below: 6)),
                    accuracy: Double(generator.integer(below: 6))
                )
            }
            let expected = all.indices.filter { i in
                !all.contains { other in
                    other != all[i] && other.cost <= all[i].cost
                        && other.accuracy >= all[i].accuracy
                }
            }
            #expect(Set(ParetoFrontier.indices(of: all)) == Set(expected))
        }
    }

    @Test func `frontier probabilities are certain for a dominated and a cheapest row`() throws {
        let rows = makeRows(settings: [1, 2, 4], problems: 30, seed: 1)
        let worse = MeasuredRow(
            scores: rows[1].scores.map { $0 - 0.1 },
            costs: rows[1].costs.map { $0 + 5 }
        )
        let matrix = ResampleMatrix(problemCount: 30, replicateCount: 200, seed: 1)
        let resampled = ResampledRows(rows + [worse], matrix: matrix)
        let summary = try #require(resampled.frontier())
        #expect(summary.members == [0, 1, 2])
        #expect(summary.probabilities == [1, 1, 1, 0])
        let reversed = try #require(resampled.frontier(of: [3, 1]))
        #expect(reversed.members == [1] && reversed.probabilities == [0, 1])
        #expect(resampled.frontier(of: []) == nil)
    }

    @Test func `the envelope is a step that starts at the cheapest row`() throws {
        let rows = makeRows(settings: [1, 4], problems: 30, seed: 1)
        let matrix = ResampleMatrix(problemCount: 30, replicateCount: 200, seed: 1)
        let resampled = ResampledRows(rows, matrix: matrix)
        let envelope = resampled.envelope(atCosts: [10, 200, 1000])
        #expect(envelope.map(\.cost) == [200, 1000])
        #expect(envelope.map(\.accuracy) == resampled.observed.map(\.accuracy))
        for point in envelope {
            let interval = try #require(point.interval)
            #expect(interval.contains(point.accuracy) && point.undefinedShare == 0)
        }
    }
}
