public import PonderCore

/// Competition mathematics with a boxed answer in LaTeX.
public struct MathTask: EvalTask {
    /// Creates the task.
    public init() {}

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "math",
            summary: "Competition mathematics; the answer is boxed LaTeX, compared by value.",
            fields: "problem; answer, or solution with a \\boxed{} answer; level",
            dataSets: "MATH (Hendrycks et al. 2021, arXiv 2103.03874) and its subset MATH-500 "
                + "(Lightman et al. 2023, arXiv 2305.20050), MIT licence"
        )
    }

    /// Asks for the answer in a box.
    public var defaultPrompt: PromptSettings {
        PromptSettings(
            template: """
                {statement}

                Solve the problem step by step. Put the final answer in \\boxed{}.
                """
        )
    }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] { Self.workedExamples }

    /// Reads what is boxed.
    public var reader: any AnswerReader { MathReader() }

    /// Compares by value.
    public var grader: any Grader { MathGrader() }

    /// Makes a sample; the target is the answer, or else what the solution boxes last.
    public func sample(from record: DataRecord) throws -> Sample {
        let statement = try record.text(.question)
        let gold: String
        if record.has(.answer) {
            let answer = try record.text(.answer)
            gold = AnswerText.boxed(in: answer) ?? answer
        } else if record.has(.solution) {
            guard let boxed = AnswerText.boxed(in: try record.text(.solution)) else {
                throw record.malformed("the solution boxes nothing; a \\boxed{} answer is expected")
            }
            gold = boxed
        } else {
            throw record.missing("field 'answer' or 'solution'")
        }
        return Sample(id: "", problem: Problem(statement), target: Target(.math(gold)))
    }

    private static let workedExamples = [
        WorkedExample(
            "What is the sum of the two solutions of $x^2 - 7x + 10 = 0$?",
            reply: """
                The left side factors as $(x - 2)(x - 5)$, so the solutions are $2$ and $5$.
                Their sum is $2 + 5 = 7$.
                The answer is $\\boxed{7}$.
                """
        ),
        WorkedExample(
            "Simplify $\\sqrt{72} - \\sqrt{8}$.",
            reply: """
                $\\sqrt{72} = 6\\sqrt{2}$ and $\\sqrt{8} = 2\\sqrt{2}$.
                The difference is $4\\sqrt{2}$.
                The answer is $\\boxed{4\\sqrt{2}}$.
                """
        ),
        WorkedExample(
            "For which real $x$ is $\\frac{1}{\\sqrt{5 - x}}$ defined? Give an interval.",
            reply: """
                The root needs $5 - x \\ge 0$, and the denominator must not be $0$, so $5 - x > 0$.
                That means $x < 5$.
                The answer is $\\boxed{(-\\infty, 5)}$.
                """
        ),
        WorkedExample(
            "A fair die is thrown twice. What is the probability that both numbers are even?",
            reply: """
                Each throw is even with probability $\\frac{3}{6} = \\frac{1}{2}$.
                Both are even with probability $\\frac{1}{2} \\cdot \\frac{1}{2} = \\frac{1}{4}$.
                The answer is $\\boxed{\\frac{1}{4}}$.
                """
        ),
    ]
}
