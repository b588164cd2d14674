/// What a field of a data record is for.
public enum FieldRole: String, Hashable, Sendable, CaseIterable {
    /// The sample's stable name.
    case id
    /// The statement.
    case question
    /// The target.
    case answer
    /// A worked solution that holds the target.
    case solution
    /// The options of a multiple-choice problem.
    case choices
    /// The numbers of a puzzle.
    case numbers
    /// The number that a puzzle must make.
    case target
    /// How hard the sample is.
    case difficulty

    /// The names of the field that are tried in turn, unless a mapping names another.
    public var defaultNames: [String] {
        switch self {
        case .id: ["id"]
        case .question: ["question", "problem", "prompt", "statement"]
        case .answer: ["answer", "answerKey", "gold"]
        case .solution: ["solution"]
        case .choices: ["choices", "options"]
        case .numbers: ["numbers", "nums"]
        case .target: ["target"]
        case .difficulty: ["difficulty", "level", "solved_rate"]
        }
    }
}
