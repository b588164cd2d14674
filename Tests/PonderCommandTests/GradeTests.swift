import Foundation
import PonderRecord
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct GradeTests {
    private static let samples = [
        "Answer: (10 - 4) * (8 - 4) = 24", "Answer: 4 * (10 - 8 + 4) = 24",
        "Answer: 4 + 4 + 8 + 10 = 26", "I do not know",
    ].enumerated().map { index, text in
        #"{"id": "a", "sample": \#(index), "text": "\#(text)", "numbers": [4, 4, 8, 10]}"#
    }

    @Test func `JSON holds accuracy, its interval, pass@k, majority@k and the outcomes`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try write(Self.samples.joined(separator: "\n"), to: "s.jsonl", in: folder)
            let ending = try await PonderProcess.run(
                "grade",
                "--task",
                "game-of-24",
                "--samples",
                "s.jsonl",
                "--format",
                "json",
                in: folder
            )
            #expect(ending.code == 0)
            #expect(ending.errors.isEmpty)
            let object = try #require(
                JSONSerialization.jsonObject(with: Data(ending.output.utf8)) as? [String: Any]
            )
            #expect(
                Set(object.keys) == [
                    "problems", "problemsWithoutSamples", "samples", "accuracy", "accuracyLow",
                    "accuracyHigh", "passAtK", "majorityAtK", "outcomes",
                ]
            )
            #expect(object["problems"] as? Int == 1)
            #expect(object["samples"] as? Int == 4)
            #expect(object["accuracy"] as? Double == 0.5)
            let pass = try #require(object["passAtK"] as? [String: Double])
            #expect(Set(pass.keys) == ["1", "2", "4"])
            #expect(abs((pass["2"] ?? 0) - 0.8333333333) < 1e-9)
            let majority = try #require(object["majorityAtK"] as? [String: Double])
            #expect(abs((majority["2"] ?? 0) - 0.6666666667) < 1e-9)
            #expect(object["outcomes"] as? [String: Int] == ["answered": 3, "unparsable": 1])
        }
    }

    @Test func `Text shows the same`() async throws {
        try await withTemporaryFolder { folder in
            try write(Self.samples.joined(separator: "\n"), to: "s.jsonl", in: folder)
            let ending = try await PonderProcess.run(
                "grade",
                "--task",
                "game-of-24",
                "--samples",
                "s.jsonl",
                in: folder
            )
            #expect(
                ending.output == """
                    problems: 1, samples: 4
                    accuracy 50.0 % [0.0 %, 100.0 %]
                    k        pass@k   majority@k
                    1        50.0 %   50.0 %
                    2        83.3 %   66.7 %
                    4        100.0 %  66.7 %
                    answered: 3
                    unparsable: 1

                    """
            )
        }
    }

    @Test func `A pool stands in for a model, and no server is asked`() async throws {
        try await withTemporaryFolder { folder in
            try write(Self.samples.joined(separator: "\n"), to: "s.jsonl", in: folder)
            try write(#"{"id": "a", "numbers": [4, 4, 8, 10]}"#, to: "d.jsonl", in: folder)
            try write(
                """
                name: t
                bank: off
                pool: 4
                models: {table: {provider: pool, path: s.jsonl}}
                tasks: [{task: game-of-24, data: d.jsonl}]
                strategies:
                  - {strategy: single}
                  - {strategy: self-consistency, draws: 2}
                  - {strategy: best-of-n, draws: 2, verifier: checker}
                """,
                to: "c.yaml",
                in: folder
            )
            let run = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
            #expect(run.code == 0)
            let accuracies = try RunLogReader.read("\(folder)/R").results.map(\.accuracy)
            #expect(accuracies.first == 0.5)
            // Two draws hold a right one in 5 of 6 pairs; the checker finds it.
            let checked = try #require(accuracies.last ?? nil)
            #expect((0.7...0.95).contains(checked))
        }
    }
}
