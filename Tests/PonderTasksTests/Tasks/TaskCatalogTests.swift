import PonderCore
import PonderTasks
import Testing

struct TaskCatalogTests {
    @Test func `tasks are found by name`() throws {
        #expect(
            TaskCatalog.all.map(\.id) == [
                "gsm8k", "math", "multiple-choice", "game-of-24", "countdown", "arithmetic",
                "exact",
            ]
        )
        for task in TaskCatalog.all {
            #expect(try TaskCatalog.task(named: task.id).id == task.id)
        }
    }

    @Test func `an unknown name is answered with the nearest one and the list`() {
        let error = #expect(throws: TaskError.self) { try TaskCatalog.task(named: "gsm-8k") }
        #expect(
            error?.description == "there is no task 'gsm-8k'; did you mean 'gsm8k'? The tasks are "
                + "gsm8k, math, multiple-choice, game-of-24, countdown, arithmetic, exact"
        )
        let far = #expect(throws: TaskError.self) { try TaskCatalog.task(named: "zzzzzz") }
        #expect(
            far?.description.hasPrefix("there is no task 'zzzzzz'; the tasks are gsm8k") == true
        )
    }

    @Test func `settings are checked and used`() throws {
        let task = try TaskCatalog.task(named: "countdown", settings: ["uses-all": .flag(false)])
        #expect((task as? CountdownTask)?.usesAll == false)
        #expect(((try TaskCatalog.task(named: "countdown")) as? CountdownTask)?.usesAll == true)
        #expect(throws: SettingError.self) {
            try TaskCatalog.task(named: "gsm8k", settings: ["uses-all": .flag(false)])
        }
    }

    @Test(arguments: TaskCatalog.all.indices)
    func `every entry says what it reads and offers`(index: Int) {
        let task = TaskCatalog.all[index]
        let description = task.description
        #expect(!description.summary.isEmpty && !description.fields.isEmpty)
        #expect(!description.dataSets.isEmpty)
        #expect(description.levels.isEmpty == !(task is any ProceduralTask))
        #expect(description.levels.map(\.number) == Array(1..<description.levels.count + 1))
        #expect(task.defaultPrompt.template?.contains("{statement}") == true)
        #expect(task.defaultPrompt.shots == 0)
    }

    @Test(arguments: TaskCatalog.all.indices)
    func `a task offers a checker exactly if it says so`(index: Int) {
        let task = TaskCatalog.all[index]
        let puzzle = ExpressionPuzzle(numbers: [4, 6, 1, 1], target: 24)
        let checker = task.checker(for: Problem(puzzle.statement))
        #expect((checker != nil) == (task.description.oracleUse == .checker))
        #expect(task.checker(for: Problem("What is 1 + 1?")) == nil)
    }

    @Test(arguments: TaskCatalog.all.indices)
    func `worked examples are read and right`(index: Int) throws {
        let task = TaskCatalog.all[index]
        #expect(task.examples.count >= 2)
        for example in task.examples {
            let problem = Problem(example.statement, choices: example.choices)
            let answer = try #require(
                task.reader.answer(in: example.reply, isComplete: true, of: problem)
            )
            if task.description.oracleUse == .checker {
                let puzzle = try #require(ExpressionPuzzle(statement: example.statement))
                #expect(ExpressionVerifier(puzzle).verdict(on: answer) == .score(1))
            } else {
                #expect(Self.answers[example.statement] == answer.canonical, "\(example.statement)")
            }
        }
    }

    private static let answers: [String: String] = {
        let byTask: [String: [String]] = [
            "gsm8k": ["156", "135/4", "15", "26", "24"],
            "math": ["7", "~5.656854249", "(-oo, 5)", "1/4"],
            "multiple-choice": ["C", "A"],
            "arithmetic": ["200", "27/10"],
            "exact": ["pmal", "apple"],
        ]
        var answers: [String: String] = [:]
        for task in TaskCatalog.all {
            for (example, answer) in zip(task.examples, byTask[task.id] ?? []) {
                answers[example.statement] = answer
            }
        }
        return answers
    }()
}
