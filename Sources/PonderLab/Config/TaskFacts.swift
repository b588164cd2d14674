package import PonderCore
package import PonderTasks

/// What a config has to know of a task to check what it says about it.
package struct TaskFacts: Hashable, Sendable {
    /// The task's id.
    package var id: String

    /// Whether its problems can be read from a file.
    package var readsFile: Bool

    /// Whether its problems can be generated.
    package var generates: Bool

    /// The numbers of the levels of difficulty at which it generates problems.
    package var levels: [Int]

    /// The prompt that is used where a config gives none.
    package var prompt: PromptSettings

    /// The most worked examples that it can show.
    package var mostShots: Int

    /// The settings of its own.
    package var settings: [SettingSpec]

    /// Whether it checks what its statement makes checkable.
    package var hasChecker: Bool

    /// Creates a description.
    package init(
        id: String,
        readsFile: Bool,
        generates: Bool,
        levels: [Int] = [],
        prompt: PromptSettings = PromptSettings(),
        mostShots: Int = 0,
        settings: [SettingSpec] = [],
        hasChecker: Bool = false
    ) {
        self.id = id
        self.readsFile = readsFile
        self.generates = generates
        self.levels = levels
        self.prompt = prompt
        self.mostShots = mostShots
        self.settings = settings
        self.hasChecker = hasChecker
    }
}
