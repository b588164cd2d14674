import Foundation
import PonderCore
import PonderRecord
import PonderReport
import Testing

struct SummaryTests {
    private func row(_ run: TinyRun) throws -> SummaryRow {
        try #require(Summary.rows(of: run.log).first)
    }

    @Test func `one result per problem has Wilson's interval`() throws {
        let results = (0..<20).map { TinyRun.result($0, correct: $0 < 17 ? 1 : 0) }
        let row = try row(
            TinyRun(problems: 20, rows: [TinyRun.row(0, "single")], results: results)
        )
        #expect(row.accuracy == 0.85)
        // 17 of 20, worked out from the closed form.
        #expect(abs(try #require(row.accuracyLow) - 0.63958) < 1e-5)
        #expect(abs(try #require(row.accuracyHigh) - 0.94763) < 1e-5)
        #expect(row.intervalMethod == "wilson")
        #expect(row.complete)
    }

    @Test func `figures are sums over replays divided, then means over epochs and problems`() throws
    {
        let row = try row(
            TinyRun(
                epochs: 2,
                rows: [TinyRun.row(0, "self-consistency", draws: 2, estimator: "permutations")],
                results: [
                    TinyRun.result(
                        0,
                        correct: 3,
                        of: 4,
                        covered: 4,
                        candidates: 8,
                        charged: [.policy: TinyRun.charge(80)]
                    ),
                    TinyRun.result(
                        0,
                        epoch: 1,
                        correct: 1,
                        of: 4,
                        covered: 2,
                        candidates: 8,
                        charged: [.policy: TinyRun.charge(160)]
                    ),
                    TinyRun.result(
                        1,
                        correct: 4,
                        of: 4,
                        candidates: 8,
                        charged: [.policy: TinyRun.charge(40)]
                    ),
                    TinyRun.result(
                        1,
                        epoch: 1,
                        correct: 4,
                        of: 4,
                        candidates: 8,
                        charged: [.policy: TinyRun.charge(40)]
                    ),
                ]
            )
        )
        #expect(row.problems == 2)
        #expect(row.epochs == 2)
        #expect(row.searches == 16)
        // Problem 0: (3/4 + 1/4)/2; problem 1: 1.
        #expect(row.accuracy == 0.75)
        #expect(row.intervalMethod == "bootstrap")
        #expect(row.oracle == 0.875)
        #expect(row.oracleDraws == 2)
        // Problem 0: (20 + 40)/2; problem 1: 10.
        #expect(row.outputTokensPerProblem == 20)
        #expect(row.reasoningTokensPerProblem == 10)
        #expect(row.promptTokensPerProblem == 80)
        #expect(row.totalTokensPerProblem == 60)
        #expect(row.totalTokensUncachedPerProblem == 100)
        #expect(row.callsPerProblem == 2)
        #expect(row.costUSDPerProblem == 20e-6)
        #expect(row.flopsPerProblem == 2000)
        #expect(row.flopsUncachedPerProblem == 6000)
        #expect(row.modelledSecondsPerProblem == 0.5)
    }

    @Test func `failed searches are left out of accuracy and bounded`() throws {
        let row = try row(
            TinyRun(
                problems: 4,
                rows: [TinyRun.row(0, "single")],
                results: [
                    TinyRun.result(0, correct: 1), TinyRun.result(1, correct: 0),
                    TinyRun.result(2, correct: 0, outcome: .truncated),
                    TinyRun.result(3, correct: 0, outcome: .failed, error: "server: 503"),
                ]
            )
        )
        #expect(row.accuracy == 1.0 / 3.0)
        #expect(row.problems == 4)
        #expect(row.problemsScored == 3)
        #expect(row.failedSearches == 1)
        #expect(row.accuracyIfFailedWrong == 0.25)
        #expect(row.accuracyIfFailedRight == 0.5)
        #expect(
            row.outcomes == [
                "answered": 2, "unparsable": 0, "truncated": 1, "refused": 0, "empty": 0,
                "failed": 1, "unaffordable": 0,
            ]
        )
        // What the failed search spent was spent.
        #expect(row.outputTokensPerProblem == 10)
    }

    @Test func `replays that failed leave the problem's other replays to be scored`() throws {
        let row = try row(
            TinyRun(
                problems: 1,
                rows: [TinyRun.row(0, "single", estimator: "permutations")],
                results: [
                    TinyRun.result(0, correct: 1, of: 4, outcomes: [.answered: 2, .failed: 2])
                ]
            )
        )
        #expect(row.accuracy == 0.5)
        #expect(row.failedSearches == 2)
        #expect(row.accuracyIfFailedWrong == 0.25)
        #expect(row.accuracyIfFailedRight == 0.75)
    }

    @Test func `a row whose searches all failed has no accuracy`() throws {
        let row = try row(
            TinyRun(
                problems: 1,
                rows: [TinyRun.row(0, "single")],
                results: [TinyRun.result(0, correct: 0, outcome: .failed)]
            )
        )
        #expect(row.accuracy == nil)
        #expect(row.accuracyLow == nil)
        #expect(row.accuracyIfFailedRight == 1)
        #expect(row.problemsScored == 0)
    }

    @Test func `without shapes and prices FLOPs and money are unknown, not zero`() throws {
        let row = try row(
            TinyRun(
                knowsShape: false,
                knowsPrices: false,
                rows: [TinyRun.row(0, "single")],
                results: [TinyRun.result(0, correct: 1), TinyRun.result(1, correct: 0)]
            )
        )
        #expect(row.flopsPerProblem == nil)
        #expect(row.flopsUncachedPerProblem == nil)
        #expect(row.costUSDPerProblem == nil)
        #expect(row.spendByRole["policy"]?.flops == nil)
        #expect(row.outputTokensPerProblem == 10)
        let json = try Summary.json([row])
        #expect(json.contains("\"flopsPerProblem\":null"))
        #expect(json.contains("\"costUSDPerProblem\":null"))
    }

    @Test func `a row without results stands there with every key and no figures`() throws {
        let row = try row(TinyRun(rows: [TinyRun.row(0, "single")]))
        #expect(!row.complete)
        #expect(row.problems == 0)
        #expect(row.problemsPlanned == 2)
        #expect(row.accuracy == nil)
        #expect(row.outputTokensPerProblem == nil)
        #expect(SummaryTable.text([row]).contains("0/2"))
    }

    @Test func `spend is told by role and model`() throws {
        let row = try row(
            TinyRun(
                problems: 1,
                rows: [TinyRun.row(0, "best-of-n", draws: 2, verifier: true)],
                results: [
                    TinyRun.result(
                        0,
                        correct: 1,
                        charged: [.policy: TinyRun.charge(20), .verifier: TinyRun.charge(10)]
                    )
                ]
            )
        )
        #expect(row.roles == ["policy": "small", "verifier": "judge"])
        #expect(row.spendByRole["verifier"]?.model == "judge")
        #expect(row.spendByRole["verifier"]?.totalTokens == 30)
        #expect(row.spendByRole["policy"]?.flops == 2000)
        #expect(row.flopsPerProblem == 3000)
    }

    @Test func `caps are held against the dearest search and the row's total`() throws {
        let row = try row(
            TinyRun(
                rows: [
                    TinyRun.row(
                        0,
                        "single",
                        perProblem: Budget(outputTokens: 20, totalTokens: 99),
                        perRow: Budget(cost: .dollars(0.00003), flops: 9000)
                    )
                ],
                results: [
                    TinyRun.result(0, correct: 1),
                    TinyRun.result(1, correct: 0, charged: [.policy: TinyRun.charge(20)]),
                ]
            )
        )
        #expect(row.budget.map(\.unit) == ["outputTokens", "totalTokens", "costUSD", "flops"])
        #expect(row.budget.map(\.used) == [20, 100, 30e-6, 9000])
        #expect(row.budget.map(\.isKept) == [true, false, true, true])
        #expect(row.budget.map(\.basis) == [.largest, .largest, .total, .total])
    }

    @Test func `without single replays the largest mean is shown and said to be one`() throws {
        let caps = Budget(outputTokens: 20)
        var run = TinyRun(
            problems: 1,
            rows: [TinyRun.row(0, "single", estimator: "permutations", perProblem: caps)],
            results: [
                TinyRun.result(
                    0,
                    correct: 1,
                    of: 2,
                    charged: [.policy: TinyRun.charge(30)]
                )
            ]
        )
        #expect(try row(run).budget.first?.basis == .largestMean)
        #expect(try row(run).budget.first?.used == 15)
        run.results[0].peak = TinyRun.charge(21)
        #expect(try row(run).budget.first?.basis == .largest)
        #expect(try row(run).budget.first?.isKept == false)
    }

    @Test func `the text is the same every time and reads back`() throws {
        let rows = Summary.rows(of: FixtureRun().log)
        let text = try Summary.json(rows)
        #expect(try Summary.json(Summary.rows(of: FixtureRun().log)) == text)
        #expect(try JSONDecoder().decode([SummaryRow].self, from: Data(text.utf8)) == rows)
        #expect(try Summary.json([]) == "[]\n")
    }

    @Test func `every row has every key that readers rely on`() throws {
        let text = try Summary.json(Summary.rows(of: FixtureRun().log))
        let objects = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        )
        let keys = [
            "model", "task", "strategy", "settings", "problems", "epochs", "accuracy",
            "accuracyLow", "accuracyHigh", "estimator", "outputTokensPerProblem",
            "totalTokensPerProblem", "totalTokensUncachedPerProblem", "promptTokensPerProblem",
            "reasoningTokensPerProblem", "callsPerProblem", "costUSDPerProblem",
            "flopsPerProblem", "flopsUncachedPerProblem", "modelledSecondsPerProblem", "oracle",
            "oracleDraws", "oracleUse", "minimumDetectableDifference", "outcomes", "complete",
            "label", "roles", "spendByRole", "budget",
        ]
        #expect(objects.count == 8)
        for object in objects { #expect(Set(keys).subtracting(object.keys).isEmpty) }
    }
}
