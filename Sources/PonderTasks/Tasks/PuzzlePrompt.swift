import PonderCore

/// What the two puzzle tasks share: prompt, examples and the reading of records.
enum PuzzlePrompt {
    /// Asks for an expression on the last line.
    static let template = """
        {statement}

        Think step by step. End with a line "Answer: " and one expression that makes the number, \
        such as "Answer: (1 + 2) * 3".
        """

    /// Returns a worked example.
    static func example(
        _ puzzle: ExpressionPuzzle,
        steps: [String],
        answer: String
    ) -> WorkedExample {
        WorkedExample(
            puzzle.statement,
            reply: (steps + ["Answer: \(answer)"]).joined(separator: "\n")
        )
    }

    /// Makes a sample of the numbers of a record.
    static func sample(from record: DataRecord, target: Int, usesAll: Bool) throws -> Sample {
        let numbers = try record.integers(.numbers)
        guard (2...10).contains(numbers.count), numbers.allSatisfy({ $0 >= 0 }), target >= 0 else {
            throw record.malformed(
                "numbers \(numbers) for \(target); from 2 to 10 numbers, none negative, are expected"
            )
        }
        return sample(ExpressionPuzzle(numbers: numbers, target: target, usesAll: usesAll))
    }

    /// Makes a sample of a puzzle.
    static func sample(_ puzzle: ExpressionPuzzle) -> Sample {
        Sample(id: "", problem: Problem(puzzle.statement), target: Target(.puzzle(puzzle)))
    }
}
