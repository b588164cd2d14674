public import PonderCore

/// Numbers that must make a given number.
///
/// Generated puzzles are solvable by construction: two numbers at a time are combined by an operator
/// drawn at random, with positive whole numbers in between, and what is left is the target.
public struct CountdownTask: ProceduralTask {
    /// Whether each number must be used exactly once, rather than at most once.
    public var usesAll: Bool

    /// Creates the task; each number must be used exactly once by default.
    public init(usesAll: Bool = true) { self.usesAll = usesAll }

    /// Creates the task from checked settings.
    init(_ settings: SettingValues) { usesAll = settings.flag("uses-all") }

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "countdown",
            summary: "Some numbers make a given number with + - * / and parentheses.",
            levels: [
                DifficultyLevel(1, "3 numbers from 1 to 99."),
                DifficultyLevel(2, "4 numbers from 1 to 99."),
                DifficultyLevel(3, "5 numbers from 1 to 99."),
                DifficultyLevel(4, "6 numbers from 1 to 99."),
            ],
            fields: "numbers or nums; target",
            dataSets: "procedural; reads Countdown-Tasks-3to4 (Jiayi-Pan on Hugging Face) too",
            oracleUse: .checker,
            settings: [
                SettingSpec(
                    "uses-all",
                    .flag,
                    default: .flag(true),
                    "Whether each number must be used exactly once; if not, at most once."
                )
            ]
        )
    }

    /// Asks for an expression on the last line.
    public var defaultPrompt: PromptSettings { PromptSettings(template: PuzzlePrompt.template) }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] {
        [
            PuzzlePrompt.example(
                ExpressionPuzzle(numbers: [8, 14, 30, 75], target: 67, usesAll: usesAll),
                steps: [
                    "75 - 30 = 45 (left: 8, 14, 45)", "45 + 14 = 59 (left: 8, 59)",
                    "59 + 8 = 67 (left: 67)",
                ],
                answer: "75 - 30 + 14 + 8"
            ),
            PuzzlePrompt.example(
                ExpressionPuzzle(numbers: [4, 10, 31], target: 71, usesAll: usesAll),
                steps: [
                    "31 + 10 = 41 (left: 4, 41): 41 * 4 is too large",
                    "Instead 10 * 4 = 40 (left: 31, 40)", "40 + 31 = 71 (left: 71)",
                ],
                answer: "10 * 4 + 31"
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

    /// Makes a sample of a record.
    public func sample(from record: DataRecord) throws -> Sample {
        let target = try record.integer(.target)
        return try PuzzlePrompt.sample(from: record, target: target, usesAll: usesAll)
    }

    /// Makes a solvable puzzle.
    public func draw(
        level: Int,
        with generator: inout RandomGenerator
    ) -> (Problem, Target) {
        while true {
            let numbers = (0..<level + 2).map { _ in generator.integer(in: 1...99) }
            guard let target = Self.combine(numbers, with: &generator), target >= 10,
                !numbers.contains(target)
            else { continue }
            let puzzle = ExpressionPuzzle(numbers: numbers, target: target, usesAll: usesAll)
            return (Problem(puzzle.statement), Target(.puzzle(puzzle)))
        }
    }

    /// Combines numbers until one is left; `nil` if a step leaves the whole numbers to 999.
    private static func combine(
        _ numbers: [Int],
        with generator: inout RandomGenerator
    ) -> Int? {
        var left = numbers
        while left.count > 1 {
            let first = left.remove(at: generator.integer(below: left.count))
            let second = left.remove(at: generator.integer(below: left.count))
            let (large, small) = (max(first, second), min(first, second))
            let result: Int
            switch ArithmeticOperator.allCases[generator.integer(below: 4)] {
            case .add: result = large + small
            case .subtract: result = large - small
            case .multiply: result = large * small
            case .divide:
                guard large % small == 0 else { return nil }
                result = large / small
            }
            guard (1...999).contains(result) else { return nil }
            left.append(result)
        }
        return left.first
    }
}
