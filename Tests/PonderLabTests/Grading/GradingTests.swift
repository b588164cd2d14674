import PonderLab
import PonderTasks
import Testing

/// Pools graded by hand.
struct GradingTests {
    private func grade(
        _ samples: [String],
        task: String = "arithmetic",
        data: [String]? = nil,
        ks: [Int] = []
    ) async throws -> Grading {
        try await withTemporaryFolder { folder in
            let path = try write(samples, to: "s.jsonl", in: folder)
            let file = try data.map { try write($0, to: "d.jsonl", in: folder) }
            return try Grading(task: task, samples: path, data: file, ks: ks)
        }
    }

    /// Two right expressions of different form, a wrong one and a reply without one.
    private static let puzzle = [
        "Answer: (10 - 4) * (8 - 4) = 24", "Answer: 4 * (10 - 8 + 4) = 24",
        "Answer: 4 + 4 + 8 + 10 = 26", "I do not know",
    ].enumerated().map { index, text in
        #"{"id": "a", "sample": \#(index), "text": "\#(text)", "numbers": [4, 4, 8, 10]}"#
    }

    @Test func `Several classes of right answers vote apart and are all right`() async throws {
        let grading = try await grade(Self.puzzle, task: "game-of-24", ks: [1, 2, 3, 4])
        #expect(grading.problems == 1)
        #expect(grading.samples == 4)
        #expect(grading.accuracy == 0.5)
        #expect(grading.outcomes == ["answered": 3, "unparsable": 1])
        // Of 6 pairs 5 hold a right one. The pairs of a right and the wrong one tie.
        #expect(close(grading.passAtK, ["1": (1, 2), "2": (5, 6), "3": (1, 1), "4": (1, 1)]))
        // Triples: both right with the wrong one tie three ways, 2/3; both right with none, 1; a
        // right and the wrong one with none tie, 1/2 each. All four: a tie of three, 2/3.
        #expect(close(grading.majorityAtK, ["1": (1, 2), "2": (2, 3), "3": (2, 3), "4": (2, 3)]))
    }

    @Test func `Figures are means over problems, whatever their numbers of samples`() async throws {
        let samples =
            ["3", "3", "5", "5"].map { (1, $0) } + ["9", "x"].map { (2, $0) }
        let lines = samples.map { id, text in
            #"{"id": \#(id), "text": "answer: \#(text)"}"#
        }
        let data = [
            #"{"id": 1, "question": "What is 1 + 2?", "answer": "3"}"#,
            #"{"id": 2, "question": "What is 4 + 5?", "answer": "9"}"#,
        ]
        let grading = try await grade(lines, data: data)
        #expect(grading.problems == 2)
        #expect(grading.samples == 6)
        #expect(grading.accuracy == 0.5)
        #expect(grading.problemsWithoutSamples == 0)
        // Problem 1: 1 - C(2,2)/C(4,2) = 5/6; problem 2: 1.
        #expect(close(grading.passAtK, ["1": (1, 2), "2": (11, 12)]))
        // Problem 1: of 6 pairs 1 right, 1 wrong, 4 ties: 1/2. Problem 2: the only vote is right.
        #expect(close(grading.majorityAtK, ["1": (1, 2), "2": (3, 4)]))
        #expect(grading.outcomes == ["answered": 5, "unparsable": 1])
    }

    @Test func `One sample a problem gets Wilson's interval`() async throws {
        let data = (0..<10).map { #"{"id": \#($0), "question": "\#($0)?", "answer": "\#($0)"}"# }
        let samples = (0..<10).map { #"{"id": \#($0), "text": "answer: \#($0 < 8 ? $0 : 99)"}"# }
        let grading = try await grade(samples, data: data)
        // Wilson at z = 1.959964, 8 of 10: (0.8 + z²/20 ± z √(0.016 + z²/400)) / (1 + z²/10).
        #expect(abs(grading.accuracyLow - 0.490162) < 1e-6)
        #expect(abs(grading.accuracyHigh - 0.943318) < 1e-6)
    }

    @Test func `Problems without samples are left out and counted`() async throws {
        let data = [
            #"{"id": 1, "question": "What is 1 + 2?", "answer": "3"}"#,
            #"{"id": 2, "question": "What is 4 + 5?", "answer": "9"}"#,
        ]
        let grading = try await grade([#"{"id": 1, "text": "3"}"#], data: data)
        #expect(grading.problems == 1)
        #expect(grading.problemsWithoutSamples == 1)
        #expect(grading.accuracy == 1)
    }

    @Test func `A reply that the limit cut, or that was declined, has no answer`() async throws {
        let lines = [
            #"{"id": 1, "text": "it is 3", "question": "?", "answer": "3", "finish": "length"}"#,
            #"{"id": 1, "text": "it is 3", "finish": "refused"}"#,
            #"{"id": 1, "text": " "}"#, #"{"id": 1, "text": "it is 3"}"#,
        ]
        let grading = try await grade(lines)
        #expect(
            grading.outcomes == ["answered": 1, "truncated": 1, "refused": 1, "empty": 1]
        )
        #expect(grading.accuracy == 0.25)
    }

    @Test(arguments: [0, -1, 5])
    func `A number of draws that some problem does not have is refused`(_ k: Int) async throws {
        let error = await #expect(throws: Grading.Unanswerable.self) {
            try await grade(Self.puzzle, task: "game-of-24", ks: [2, k])
        }
        #expect(error?.description.hasPrefix("--k \(k): the problem with the fewest") == true)
    }

    @Test func `A reply to no problem of the data is an error with its line`() async throws {
        let data = [#"{"id": 1, "question": "What is 1 + 2?", "answer": "3"}"#]
        let error = await #expect(throws: TaskError.self) {
            try await grade([#"{"id": 1, "text": "3"}"#, #"{"id": 7, "text": "3"}"#], data: data)
        }
        #expect(error?.line == 2)
        #expect(error?.message.contains("'7'") == true)
    }

    private func close(_ left: [String: Double], _ right: [String: (Double, over: Double)]) -> Bool
    {
        left.count == right.count
            && right.allSatisfy { key, share in
                abs((left[key] ?? .nan) - share.0 / share.over) < 1e-12
            }
    }
}
