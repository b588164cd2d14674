import PonderTasks

extension TaskFacts {
    /// What configs have to know of every task of the catalog.
    static var all: [TaskFacts] { TaskCatalog.all.map { TaskFacts($0) } }

    private init(_ task: any EvalTask) {
        let description = task.description
        self.init(
            id: description.id,
            readsFile: description.readsFiles,
            generates: !description.levels.isEmpty,
            levels: description.levels.map(\.number),
            prompt: task.defaultPrompt,
            mostShots: task.examples.count,
            settings: description.settings,
            hasChecker: description.oracleUse == .checker
        )
    }
}
