/// A problem with a model reply, shown to the model before the problem that it shall solve.
public struct WorkedExample: Hashable, Sendable {
    /// The statement.
    public var statement: String

    /// The options, if there are any.
    public var choices: [String]

    /// The whole reply, with its answer as the prompt asks for it.
    public var reply: String

    /// Creates an example.
    public init(_ statement: String, choices: [String] = [], reply: String) {
        self.statement = statement
        self.choices = choices
        self.reply = reply
    }
}
