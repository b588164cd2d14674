public import PonderCore

/// Questions with options, one of which is right.
public struct MultipleChoiceTask: EvalTask {
    /// Creates the task.
    public init() {}

    /// What a list of tasks prints.
    public var description: TaskDescription {
        TaskDescription(
            id: "multiple-choice",
            summary: "Questions with 2 to 26 options; the answer is a letter.",
            fields: "question; choices or options as a list, or fields A, B, C, …; answer as a "
                + "letter, as a place counted from 0, or as the text of an option",
            dataSets: "MMLU (Hendrycks et al. 2020, arXiv 2009.03300), MIT licence; GPQA (Rein et "
                + "al. 2023, arXiv 2311.12022), CC BY 4.0; MMLU-Pro (Wang et al. 2024, arXiv "
                + "2406.01574), MIT licence"
        )
    }

    /// Asks for a letter in parentheses.
    public var defaultPrompt: PromptSettings {
        PromptSettings(
            template: """
                {statement}

                {choices}

                Think step by step. End with a line "The answer is (X)", where X is the letter of \
                the right option.
                """
        )
    }

    /// Worked examples, written for this package.
    public var examples: [WorkedExample] { Self.workedExamples }

    /// Reads a letter.
    public var reader: any AnswerReader { ChoiceReader() }

    /// Compares letters.
    public var grader: any Grader { ChoiceGrader() }

    /// Makes a sample; options keep their order.
    public func sample(from record: DataRecord) throws -> Sample {
        let statement = try record.text(.question)
        let choices = try Self.choices(of: record)
        guard (2...26).contains(choices.count) else {
            throw record.malformed("\(choices.count) options; from 2 to 26 are expected")
        }
        let letter = try Self.letter(of: record, among: choices)
        return Sample(
            id: "",
            problem: Problem(statement, choices: choices),
            target: Target(.choice(letter))
        )
    }

    private static let letters = (0..<26).map { String(decoding: [0x41 + $0], as: UTF8.self) }

    private static func choices(of record: DataRecord) throws -> [String] {
        if record.has(.choices) { return try record.texts(.choices) }
        let choices = letters.prefix { record.fields[$0]?.scalarText != nil }
            .compactMap { record.fields[$0]?.scalarText }
        guard !choices.isEmpty else {
            throw record.missing("field 'choices' or 'options', or fields 'A', 'B', …,")
        }
        return choices
    }

    /// Reads the target: a JSON number is a place counted from 0, a text a letter or an option.
    private static func letter(of record: DataRecord, among choices: [String]) throws -> String {
        let known = letters.prefix(choices.count)
        if case .integer(let place) = record.value(.answer) {
            guard choices.indices.contains(place) else {
                throw record.malformed(
                    "answer \(place); the options are counted from 0 to \(choices.count - 1)"
                )
            }
            return letters[place]
        }
        let written = try record.text(.answer)
        let texts = choices.map(ExactTextReader.canonical)
        let text = ExactTextReader.canonical(written)
        let bare = written.collapsingWhiteSpace.filter { !"().".contains($0) }
        if known.contains(bare) { return bare }
        guard let place = texts.firstIndex(of: text), texts.lastIndex(of: text) == place else {
            throw record.malformed(
                "the answer '\(written.prefix(60))' is no letter from A to \(known.last ?? "A") and "
                    + "the text of no option, or of several"
            )
        }
        return letters[place]
    }

    private static let workedExamples = [
        WorkedExample(
            "Which of these gases makes up most of the air?",
            choices: ["Oxygen", "Argon", "Nitrogen", "Carbon dioxide"],
            reply: """
                Dry air is about 78 percent nitrogen and 21 percent oxygen; the rest is small.
                The answer is (C)
                """
        ),
        WorkedExample(
            "A train covers 90 km in 45 minutes. What is its average speed?",
            choices: ["120 km/h", "90 km/h", "67.5 km/h", "45 km/h"],
            reply: """
                45 minutes are three quarters of an hour, and 90 divided by 3/4 is 120.
                The answer is (A)
                """
        ),
    ]
}
