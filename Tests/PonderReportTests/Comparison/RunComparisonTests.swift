import PonderCore
import PonderRecord
import PonderReport
import Testing

struct RunComparisonTests {
    /// A run with one row that is right on the problems given.
    private func run(_ name: String, right: Set<Int>, of problems: Range<Int>) -> TinyRun {
        TinyRun(
            name: name,
            problems: problems.count,
            rows: [TinyRun.row(0, "single")],
            results: problems.map { TinyRun.result($0, correct: right.contains($0) ? 1 : 0) }
        )
    }

    @Test func `equal rows pair up and McNemar's test is exact`() throws {
        // 15 problems only the first solves, 5 only the second: p = 0.041389.
        let first = run("a", right: Set(0..<25), of: 0..<40)
        let second = run("b", right: Set(0..<10).union(25..<30), of: 0..<40)
        let comparison = try #require(
            RunComparison.comparisons(of: first.log, with: second.log).first
        )
        #expect(comparison.problems == 40)
        #expect(comparison.difference == 0.25)
        #expect(abs(try #require(comparison.mcNemarP) - 0.041389) < 1e-6)
        #expect(comparison.adjustedP == comparison.mcNemarP)
        #expect(comparison.isSignificant)
        #expect(comparison.verdict.hasPrefix("+25.0 [+"))
        #expect(comparison.spendRatio["flops"] == 1)
    }

    @Test func `an insignificant difference reads inconclusive with its interval`() throws {
        // (8, 5) is far from significant.
        let first = run("a", right: Set(0..<18), of: 0..<40)
        let second = run("b", right: Set(0..<10).union(30..<35), of: 0..<40)
        let comparison = try #require(
            RunComparison.comparisons(of: first.log, with: second.log).first
        )
        #expect(!comparison.isSignificant)
        let low = try #require(comparison.low)
        let high = try #require(comparison.high)
        let least = try #require(comparison.minimumDetectable)
        func points(_ value: Double) -> Double { (value * 1000).rounded() / 10 }
        #expect(
            comparison.verdict == "inconclusive: difference [\(points(low)), +\(points(high))], "
                + "minimum detectable \(points(least))"
        )
        #expect(
            ComparisonTable.text([comparison]).contains("inconclusive: difference [")
        )
    }

    @Test func `a run against itself differs by exactly nothing`() throws {
        let log = FixtureRun().log
        let comparisons = RunComparison.comparisons(of: log, with: log)
        #expect(comparisons.count == 8)
        for comparison in comparisons {
            #expect(comparison.difference == 0)
            #expect(comparison.low == 0)
            #expect(comparison.high == 0)
            #expect(!comparison.isSignificant)
        }
    }

    @Test func `problems are matched by id and the rest is left out`() throws {
        let first = run("a", right: [0, 1, 2], of: 0..<6)
        let second = run("b", right: [2, 3], of: 2..<10)
        let comparison = try #require(
            RunComparison.comparisons(of: first.log, with: second.log).first
        )
        #expect(comparison.problems == 4)
        #expect(comparison.unpaired == 6)
        // Of problems 2 to 5 the first solves one, the second two.
        #expect(comparison.difference == -0.25)
    }

    @Test func `failed searches leave their problem out of the pairing`() throws {
        var first = run("a", right: [0, 1], of: 0..<4)
        first.results[3].outcomes = [.failed: 1]
        let comparison = try #require(
            RunComparison.comparisons(
                of: first.log,
                with: run("b", right: [0], of: 0..<4).log
            ).first
        )
        #expect(comparison.problems == 3)
        #expect(comparison.unpaired == 1)
    }

    @Test func `other problem sets under one name are told`() throws {
        var second = run("b", right: [0], of: 0..<4)
        second.digest = "d2"
        let comparison = try #require(
            RunComparison.comparisons(
                of: run("a", right: [1], of: 0..<4).log,
                with: second.log
            ).first
        )
        #expect(comparison.notes.count == 1)
        #expect(comparison.notes.first?.contains("matched by their ids") == true)
    }

    @Test func `rows without a counterpart are compared with all and adjusted together`() throws {
        var first = run("a", right: Set(0..<25), of: 0..<40)
        first.rows = [TinyRun.row(0, "beam")]
        var second = run("b", right: Set(0..<10).union(25..<30), of: 0..<40)
        second.rows.append(TinyRun.row(1, "self-consistency", draws: 1))
        second.results += (0..<40).map {
            TinyRun.result(row: 1, $0, correct: $0 < 10 || (25..<30).contains($0) ? 1 : 0)
        }
        let comparisons = RunComparison.comparisons(of: first.log, with: second.log)
        #expect(comparisons.count == 2)
        for comparison in comparisons {
            #expect(comparison.comparisons == 2)
            // Holm doubles the smaller of two equal values, and the larger follows it.
            let raw = try #require(comparison.mcNemarP)
            #expect(comparison.adjustedP == 2 * raw)
            #expect(!comparison.isSignificant)
        }
    }

    @Test func `runs without a common task have nothing to compare`() {
        var second = run("b", right: [0], of: 0..<2)
        second.rows[0].task = "other"
        let comparisons = RunComparison.comparisons(
            of: run("a", right: [0], of: 0..<2).log,
            with: second.log
        )
        #expect(comparisons.isEmpty)
        #expect(ComparisonTable.text(comparisons).contains("nothing to compare"))
    }

    @Test func `spend outside the baseline's curve does not overlap`() throws {
        let log = FixtureRun().log
        let comparisons = RunComparison.comparisons(of: log, with: log)
        let best = try #require(comparisons.first { $0.first.label.hasPrefix("best-of-n") })
        #expect(best.equalSpend?.status == .noOverlap)
        #expect(best.equalSpend?.verdict == "no overlap")
        let adaptive = try #require(comparisons.first { $0.first.label.hasPrefix("adaptive") })
        #expect(adaptive.equalSpend?.status == .measured)
        #expect(adaptive.equalSpend?.axis == .flops)
        #expect(adaptive.equalSpend?.baseline.count == 5)
    }

    @Test func `one row of a baseline is no curve`() throws {
        let log = run("a", right: [0], of: 0..<4).log
        let comparison = try #require(RunComparison.comparisons(of: log, with: log).first)
        #expect(comparison.equalSpend?.status == .noBaseline)
    }

    @Test func `at equal spend the curve is read in log cost`() throws {
        // Baseline: 50 % at 10 tokens and 100 % at 40; the row spends 20, half-way in log cost.
        var run = TinyRun(problems: 4)
        run.rows = [
            TinyRun.row(0, "single"), TinyRun.row(1, "self-consistency", draws: 4),
            TinyRun.row(2, "beam"),
        ]
        for index in 0..<4 {
            run.results += [
                TinyRun.result(row: 0, index, correct: index < 2 ? 1 : 0),
                TinyRun.result(
                    row: 1,
                    index,
                    correct: 1,
                    charged: [.policy: TinyRun.charge(40)]
                ),
                TinyRun.result(
                    row: 2,
                    index,
                    correct: 1,
                    charged: [.policy: TinyRun.charge(20)]
                ),
            ]
        }
        let comparisons = RunComparison.comparisons(of: run.log, with: run.log)
        let equal = try #require(comparisons.last?.equalSpend)
        #expect(equal.status == .measured)
        #expect(abs(try #require(equal.baselineAccuracy) - 0.75) < 1e-12)
        #expect(abs(try #require(equal.difference) - 0.25) < 1e-12)
        #expect(equal.spend == 2000)
    }

    @Test func `the JSON form reads the same every time`() throws {
        let log = FixtureRun().log
        let other = FixtureRun(seed: 8, name: "second").log
        let text = try RunComparison.json(RunComparison.comparisons(of: log, with: other))
        let again = try RunComparison.json(RunComparison.comparisons(of: log, with: other))
        #expect(text == again)
        #expect(text.contains("\"verdict\":\"inconclusive: difference ["))
    }
}
