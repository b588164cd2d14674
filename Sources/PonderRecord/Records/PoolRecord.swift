/// The draws of one problem that expectations are taken over.
public struct PoolRecord: Hashable, Sendable, Codable {
    /// The config's name of the model.
    public var model: String
    /// The name of the task.
    public var task: String
    /// The problem's id.
    public var problem: String
    /// The problem's place in the task, from 0.
    public var index: Int
    /// The epoch, from 0.
    public var epoch: Int
    /// How many draws there are.
    public var draws: Int
    /// How many of them hold a right answer.
    public var correct: Int
    /// The sizes of the classes of equal wrong answers, largest first.
    public var wrongClasses: [Int]
    /// How many draws ended in each way: `answered`, or the reason why there is no answer.
    public var outcomes: [String: Int]
    /// The output tokens of all draws together.
    public var outputTokens: Int

    /// Creates a record.
    public init(
        model: String,
        task: String,
        problem: String,
        index: Int,
        epoch: Int,
        draws: Int,
        correct: Int,
        wrongClasses: [Int],
        outcomes: [String: Int],
        outputTokens: Int
    ) {
        self.model = model
        self.task = task
        self.problem = problem
        self.index = index
        self.epoch = epoch
        self.draws = draws
        self.correct = correct
        self.wrongClasses = wrongClasses
        self.outcomes = outcomes
        self.outputTokens = outputTokens
    }
}
