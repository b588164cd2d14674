/// A level of difficulty at which a task makes samples.
public struct DifficultyLevel: Hashable, Sendable {
    /// The level's number; 1 is the easiest.
    public var number: Int

    /// What its samples look like, in one sentence.
    public var summary: String

    /// Creates a level.
    public init(_ number: Int, _ summary: String) {
        self.number = number
        self.summary = summary
    }
}
