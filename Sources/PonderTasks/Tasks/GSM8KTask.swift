public import PonderCore

/// Grade-school word problems with a number as the answer.
public struct GSM8KTask: EvalTask {
    /// Creates the task.
    public init() {}

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "gsm8k",
            summary: "Grade-school word problems; the answer is a number.",
            fields: "question; answer, whose number stands after '####' if it has that",
            dataSets: "GSM8K (Cobbe et al. 2021, arXiv 2110.14168), MIT licence"
        )
    }

    /// Asks for the answer after `####`.
    public var defaultPrompt: PromptSettings {
        PromptSettings(
            template: """
                {statement}

                Solve the problem step by step. Write the final answer on the last line, as a \
                number alone after "#### ".
                """
        )
    }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] { Self.workedExamples }

    /// Reads the marked or the last number.
    public var reader: any AnswerReader { LastNumberReader() }

    /// Compares numbers exactly.
    public var grader: any Grader { NumberGrader() }

    /// Makes a sample; the target is the number after the last `####` of the answer.
    public func sample(from record: DataRecord) throws -> Sample {
        let statement = try record.text(.question)
        let answer = try record.text(.answer)
        let mark = AnswerText.afterLastMark(in: answer)
        guard let number = WrittenNumber(mark ?? answer) else {
            throw record.malformed(
                "the answer '\((mark ?? answer).collapsingWhiteSpace.prefix(60))' is no number; "
                    + "give a number, alone or after '####'"
            )
        }
        return Sample(id: "", problem: Problem(statement), target: Target(.number(number)))
    }

    private static let workedExamples = [
        WorkedExample(
            """
            A bakery sells rolls in bags of 6. On Monday it sold 15 bags, and on Tuesday 4 bags \
            fewer. How many rolls did it sell on both days together?
            """,
            reply: """
                On Tuesday the bakery sold 15 - 4 = 11 bags.
                On both days it sold 15 + 11 = 26 bags.
                That makes 26 * 6 = 156 rolls.
                #### 156
                """
        ),
        WorkedExample(
            """
            Lena has $50. She buys three notebooks for $4.50 each and a pen for $2.75. How much \
            money does she have left, in dollars?
            """,
            reply: """
                The notebooks cost 3 * 4.50 = 13.50 dollars.
                With the pen she spends 13.50 + 2.75 = 16.25 dollars.
                She has 50 - 16.25 = 33.75 dollars left.
                #### 33.75
                """
        ),
        WorkedExample(
            """
            A tank holds 240 litres and is one quarter full. A tap adds 12 litres a minute. After \
            how many minutes is the tank full?
            """,
            reply: """
                At first the tank holds 240 / 4 = 60 litres.
                It still takes 240 - 60 = 180 litres.
                At 12 litres a minute that needs 180 / 12 = 15 minutes.
                #### 15
                """
        ),
        WorkedExample(
            """
            A club has 80 members. 35% of them play chess, and half of the others play cards. How \
            many members play cards?
            """,
            reply: """
                The chess players are 80 * 35 / 100 = 28 members.
                The others are 80 - 28 = 52 members.
                Half of them play cards: 52 / 2 = 26.
                #### 26
                """
        ),
        WorkedExample(
            """
            Omar is twice as old as Nils. In 6 years their ages will add up to 48. How old is Omar \
            now?
            """,
            reply: """
                In 6 years both are 6 years older, so their ages add up to 48 - 12 = 36 now.
                Omar has two of three equal parts: Nils is 36 / 3 = 12.
                Omar is 2 * 12 = 24.
                #### 24
                """
        ),
    ]
}
