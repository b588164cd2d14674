public import PonderCore

/// Four numbers that must make 24.
public struct GameOf24Task: EvalTask {
    /// Creates the task.
    public init() {}

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "game-of-24",
            summary: "Four numbers make 24 with + - * / and parentheses, each used exactly once.",
            fields: "numbers or nums; target (default 24); solved_rate",
            dataSets: "the 1,362 games of 4nums.com as used by Tree of Thoughts (Yao et al. 2023, "
                + "arXiv 2305.10601), MIT licence",
            oracleUse: .checker
        )
    }

    /// Asks for an expression on the last line.
    public var defaultPrompt: PromptSettings { PromptSettings(template: PuzzlePrompt.template) }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] {
        [
            PuzzlePrompt.example(
                ExpressionPuzzle(numbers: [2, 3, 7, 11], target: 24),
                steps: [
                    "3 * 7 = 21 (left: 2, 11, 21)", "21 + 11 = 32 (left: 2, 32): nothing makes 24",
                    "Instead 11 - 7 = 4 (left: 2, 3, 4)", "2 * 4 = 8 (left: 3, 8)",
                    "8 * 3 = 24 (left: 24)",
                ],
                answer: "2 * (11 - 7) * 3"
            ),
            PuzzlePrompt.example(
                ExpressionPuzzle(numbers: [5, 5, 9, 5], target: 24),
                steps: [
                    "5 + 5 = 10 (left: 5, 9, 10)", "10 + 5 = 15 (left: 9, 15)",
                    "15 + 9 = 24 (left: 24)",
                ],
                answer: "5 + 5 + 5 + 9"
            ),
        ]
    }

    /// Reads an expression.
    public var reader: any AnswerReader { ExpressionReader() }

    /// Accepts every solution.
    public var grader: any Grader { ExpressionGrader() }

    /// Returns a checker of the numbers in the statement; `nil` if this task did not write it.
    public func checker(for problem: Problem) -> (any Verifier)? {
        ExpressionPuzzle(statement: problem.statement).map { ExpressionVerifier($0) }
    }

    /// Makes a sample.
    public func sample(from record: DataRecord) throws -> Sample {
        let target = record.has(.target) ? try record.integer(.target) : 24
        return try PuzzlePrompt.sample(from: record, target: target, usesAll: true)
    }
}
