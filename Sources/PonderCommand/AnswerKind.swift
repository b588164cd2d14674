import ArgumentParser
import Ponder

/// What kind of answer a question on the command line has.
enum AnswerKind: String, ExpressibleByArgument, CaseIterable {
    case number
    case boxed
    case choice
    case text

    /// The most options that letters can name.
    static let mostChoices = 26

    /// What finds the answer.
    var reader: any AnswerReader {
        switch self {
        case .number: LastNumberReader()
        case .boxed: BoxedReader()
        case .choice: ChoiceReader()
        case .text: ExactTextReader()
        }
    }

    /// The conversation that asks the question.
    func prompt(_ question: String, choices: [String]) -> [Message] {
        var text = question
        for (index, choice) in choices.enumerated() {
            text += "\n(\(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(index))))) \(choice)"
        }
        return [.user("\(text)\n\nReason step by step. \(ending)")]
    }

    private var ending: String {
        switch self {
        case .number: "End with a line 'Answer: ' and the number alone."
        case .boxed: "End with the final answer in \\boxed{}."
        case .choice: "End with a line 'Answer: ' and the letter of the option."
        case .text: "End with a line 'Answer: ' and the answer alone."
        }
    }
}
