public import PonderCore

/// A data set or a generator, a prompt, a reader and a grader under one name.
///
/// The harness loads samples once per run, asks for messages once per search, and grades each
/// answer; a search gets the reader and, where the statement is checkable, the checker.
///
/// ## Implementing
///
/// Everything is a pure function of the task's own settings. Keep the target out of the problem:
/// ``sample(from:)`` and ``ProceduralTask/draw(level:with:)`` are the only places that see both.
/// Register the task in ``TaskCatalog`` and add it to the table on the landing page; the catalog's
/// tests then run over it.
public protocol EvalTask: Sendable {
    /// What a list of tasks prints.
    var description: TaskDescription { get }

    /// The prompt that is used where an experiment gives none; its system and template are set.
    var defaultPrompt: PromptSettings { get }

    /// Worked examples that are no part of any data set, best first.
    var examples: [WorkedExample] { get }

    /// Reads answers from replies.
    var reader: any AnswerReader { get }

    /// Compares answers with targets.
    var grader: any Grader { get }

    /// Returns a checker that knows the problem's statement only; `nil` if it is not checkable.
    func checker(for problem: Problem) -> (any Verifier)?

    /// Makes a sample of a record; its id is filled in by the loader where the record has none.
    ///
    /// - Throws: ``TaskError`` that names the record's place and what is wrong with it.
    func sample(from record: DataRecord) throws -> Sample
}

extension EvalTask {
    /// The task's name.
    public var id: String { description.id }

    /// Returns no checker.
    public func checker(for problem: Problem) -> (any Verifier)? { nil }
}
