public import PonderCore

/// Questions with a short text as the answer, compared letter by letter.
public struct ExactTask: EvalTask {
    /// Creates the task.
    public init() {}

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "exact",
            summary: "Questions with a short text as the answer, compared in space and case alike.",
            fields: "question; answer",
            dataSets: "any of your own"
        )
    }

    /// Asks for a last line with the answer.
    public var defaultPrompt: PromptSettings {
        PromptSettings(
            template: """
                {statement}

                Think step by step. End with a line "Answer: " and the answer alone.
                """
        )
    }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] {
        [
            WorkedExample(
                "Write the word 'lamp' backwards.",
                reply: """
                    The letters are l, a, m, p; from the end they read p, m, a, l.
                    Answer: pmal
                    """
            ),
            WorkedExample(
                "Which of the words 'pear', 'apple' and 'fig' comes first in a dictionary?",
                reply: """
                    The first letters are p, a and f, and a comes first.
                    Answer: apple
                    """
            ),
        ]
    }

    /// Reads the marked text or the last line.
    public var reader: any AnswerReader { ExactTextReader() }

    /// Compares texts.
    public var grader: any Grader { TextGrader() }

    /// Makes a sample.
    public func sample(from record: DataRecord) throws -> Sample {
        let statement = try record.text(.question)
        let target = ExactTextReader.canonical(try record.text(.answer))
        guard !target.isEmpty else {
            throw record.malformed("the answer has no letters or digits")
        }
        return Sample(id: "", problem: Problem(statement), target: Target(.text(target)))
    }
}
