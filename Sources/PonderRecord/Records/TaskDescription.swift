/// A task of a run as its log describes it.
public struct TaskDescription: Hashable, Sendable, Codable {
    /// The name of the task.
    public var name: String

    /// Where the problems come from: a file's name, or the generator's settings.
    public var source: String

    /// The SHA-256 of the problems' ids and statements, in order.
    public var digest: String

    /// How many problems the run uses.
    public var problems: Int

    /// The prompt's template, system text and worked examples, as text.
    public var prompt: String

    /// The SHA-256 of the prompt.
    public var promptDigest: String

    /// Creates a description.
    public init(
        name: String,
        source: String,
        digest: String,
        problems: Int,
        prompt: String,
        promptDigest: String
    ) {
        self.name = name
        self.source = source
        self.digest = digest
        self.problems = problems
        self.prompt = prompt
        self.promptDigest = promptDigest
    }
}
