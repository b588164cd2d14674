public import PonderCore

/// Arithmetic that the task makes itself, with an exact number as the answer.
public struct ArithmeticTask: ProceduralTask {
    /// Creates the task.
    public init() {}

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "arithmetic",
            summary: "Sums, products and fractions; the answer is an exact number.",
            levels: [
                DifficultyLevel(1, "Sum or difference of two numbers below 100."),
                DifficultyLevel(2, "A product of one-digit numbers plus or minus a third number."),
                DifficultyLevel(3, "Four numbers below 50 with parentheses, + - and *."),
                DifficultyLevel(4, "A three-digit times a two-digit number, and a third number."),
                DifficultyLevel(5, "Sum or difference of two fractions, times a number."),
            ],
            fields: "question; answer",
            dataSets: "procedural; a file of question and answer is read too"
        )
    }

    /// Asks for the answer after `####`.
    public var defaultPrompt: PromptSettings {
        PromptSettings(
            template: """
                {statement}

                Work step by step. Write the final answer on the last line, as a number alone \
                after "#### ".
                """
        )
    }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] {
        [
            WorkedExample(
                Self.statement("(17 - 9) * (4 + 21)"),
                reply: "17 - 9 = 8\n4 + 21 = 25\n8 * 25 = 200\n#### 200"
            ),
            WorkedExample(
                Self.statement("(1 / 2 + 2 / 5) * 3"),
                reply: "1/2 + 2/5 = 5/10 + 4/10 = 9/10\n9/10 * 3 = 27/10\n#### 27/10"
            ),
        ]
    }

    /// Reads the marked or the last number.
    public var reader: any AnswerReader { LastNumberReader() }

    /// Compares numbers exactly.
    public var grader: any Grader { NumberGrader() }

    /// Makes a sample of a record.
    public func sample(from record: DataRecord) throws -> Sample {
        let statement = try record.text(.question)
        let answer = try record.text(.answer)
        guard let number = WrittenNumber(answer) else {
            throw record.malformed("the answer '\(answer.prefix(60))' is no number")
        }
        return Sample(id: "", problem: Problem(statement), target: Target(.number(number)))
    }

    /// Makes an expression and its value.
    public func draw(
        level: Int,
        with generator: inout RandomGenerator
    ) -> (Problem, Target) {
        while true {
            let expression = Self.expression(level: level, with: &generator)
            guard let value = expression.value, let target = WrittenNumber("\(value)") else {
                continue
            }
            return (Problem(Self.statement("\(expression)")), Target(.number(target)))
        }
    }

    private static func statement(_ expression: String) -> String {
        "What is \(expression)? Give the exact value, as a whole number or a fraction."
    }

    private static func expression(
        level: Int,
        with generator: inout RandomGenerator
    ) -> ArithmeticExpression {
        func number(_ range: ClosedRange<Int>) -> ArithmeticExpression {
            .literal(generator.integer(in: range))
        }
        func sign(_ signs: [ArithmeticOperator]) -> ArithmeticOperator {
            signs[generator.integer(below: signs.count)]
        }
        let sums: [ArithmeticOperator] = [.add, .subtract]
        switch level {
        case 1: return .operation(sign(sums), number(1...99), number(1...99))
        case 2:
            let product = ArithmeticExpression.operation(.multiply, number(2...9), number(2...9))
            return .operation(sign(sums), product, number(1...99))
        case 3:
            let left = ArithmeticExpression.operation(sign(sums), number(1...49), number(1...49))
            let right = ArithmeticExpression.operation(sign(sums), number(1...49), number(1...49))
            return .operation(sign(sums + [.multiply]), left, right)
        case 4:
            let product = ArithmeticExpression.operation(
                .multiply,
                number(100...999),
                number(11...99)
            )
            return .operation(sign(sums), product, number(100...9999))
        case 5:
            let left = ArithmeticExpression.operation(.divide, number(1...12), number(2...12))
            let right = ArithmeticExpression.operation(.divide, number(1...12), number(2...12))
            let sum = ArithmeticExpression.operation(sign(sums), left, right)
            return .operation(.multiply, sum, number(2...20))
        default: preconditionFailure("arithmetic has no level \(level)")
        }
    }
}
