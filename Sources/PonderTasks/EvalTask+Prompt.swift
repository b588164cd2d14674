public import PonderCore

extension EvalTask {
    /// Returns settings with the task's own system message and template where none is given.
    public func resolved(_ prompt: PromptSettings) -> PromptSettings {
        PromptSettings(
            system: prompt.system ?? defaultPrompt.system,
            template: prompt.template ?? defaultPrompt.template,
            shots: prompt.shots
        )
    }

    /// Checks that settings can be used with this task.
    ///
    /// - Throws: ``TaskError`` for a template without `{statement}`, or for more shots than there
    ///   are examples.
    public func validate(_ prompt: PromptSettings) throws {
        if let template = prompt.template, !template.contains(PromptTemplate.statement) {
            throw TaskError(
                .badPrompt,
                "the template has no \(PromptTemplate.statement); write it where the problem goes"
            )
        }
        guard (0...examples.count).contains(prompt.shots) else {
            throw TaskError(
                .badPrompt,
                "\(prompt.shots) shots; \(id) has from 0 to \(examples.count) worked examples"
            )
        }
    }

    /// Returns the messages that ask a model to solve a problem.
    ///
    /// What does not depend on the problem comes first, so that problems share a prefix.
    ///
    /// - Precondition: ``validate(_:)`` accepts the settings.
    public func messages(
        for problem: Problem,
        prompt: PromptSettings = PromptSettings()
    ) -> [Message] {
        let settings = resolved(prompt)
        precondition(
            (0...examples.count).contains(settings.shots),
            "\(id) has \(examples.count) worked examples, not \(settings.shots)"
        )
        let template = PromptTemplate(settings.template ?? PromptTemplate.statement)
        var messages: [Message] = []
        if let system = settings.system, !system.isEmpty { messages.append(.system(system)) }
        for example in examples.prefix(settings.shots) {
            messages.append(.user(template.text(example.statement, choices: example.choices)))
            messages.append(.assistant(example.reply))
        }
        messages.append(.user(template.text(problem.statement, choices: problem.choices)))
        return messages
    }
}
