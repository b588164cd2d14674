import PonderCore
import PonderTasks
import Testing

struct PromptTests {
    private let problem = Problem("How many {choices}?")

    @Test func `the statement goes where the template says`() {
        let messages = GSM8KTask().messages(for: problem)
        #expect(messages.count == 1)
        #expect(messages[0].speaker == .user)
        #expect(messages[0].text.hasPrefix("How many {choices}?\n\nSolve the problem"))
        let own = PromptSettings(system: "Be brief.", template: "Q: {statement} A:")
        #expect(
            GSM8KTask().messages(for: problem, prompt: own) == [
                .system("Be brief."), .user("Q: How many {choices}? A:"),
            ]
        )
    }

    @Test func `shots come before the problem and are the task's own`() {
        let task = GSM8KTask()
        let messages = task.messages(for: problem, prompt: PromptSettings(shots: 4))
        #expect(
            messages.map(\.speaker) == [
                .user, .assistant, .user, .assistant, .user, .assistant, .user, .assistant, .user,
            ]
        )
        #expect(messages[1].text == task.examples[0].reply)
        let shorter = task.messages(for: problem, prompt: PromptSettings(shots: 2))
        #expect(shorter.prefix(4) == messages.prefix(4))
    }

    @Test func `options are listed where the template says or after the statement`() {
        let problem = Problem("Which?", choices: ["x", "y"])
        let task = MultipleChoiceTask()
        #expect(task.messages(for: problem)[0].text.hasPrefix("Which?\n\n(A) x\n(B) y\n\nThink"))
        let prompt = PromptSettings(template: "{statement}\nAnswer:")
        #expect(
            task.messages(for: problem, prompt: prompt)[0].text == "Which?\n\n(A) x\n(B) y\nAnswer:"
        )
    }

    @Test func `prompts that cannot work are refused`() throws {
        let task = ExactTask()
        #expect(throws: TaskError.self) { try task.validate(PromptSettings(template: "Solve it.")) }
        #expect(throws: TaskError.self) { try task.validate(PromptSettings(shots: 3)) }
        #expect(throws: TaskError.self) { try task.validate(PromptSettings(shots: -1)) }
        try task.validate(PromptSettings(template: "{statement}", shots: 2))
    }

    @Test func `an empty system message is none`() {
        let prompt = PromptSettings(system: "", template: "{statement}")
        #expect(ExactTask().messages(for: Problem("q"), prompt: prompt) == [.user("q")])
    }

    @Test func `settings with another meaning have another digest`() {
        let settings = [
            PromptSettings(), PromptSettings(system: ""), PromptSettings(template: ""),
            PromptSettings(shots: 1), PromptSettings(system: "a"), PromptSettings(template: "a"),
        ]
        #expect(Set(settings.map(\.digest)).count == settings.count)
        #expect(PromptSettings(shots: 1).digest == PromptSettings(shots: 1).digest)
    }

    @Test func `resolved settings leave nothing to the task`() {
        let resolved = MathTask().resolved(PromptSettings(system: "s", shots: 1))
        #expect(resolved.system == "s")
        #expect(resolved.template == MathTask().defaultPrompt.template)
        #expect(resolved.shots == 1)
    }

    @Test func `nothing of the target reaches the messages`() throws {
        let text = #"{"id": "i9i", "question": "q", "answer": "777", "difficulty": "d8d"}"#
        let sample = try #require(
            try TemporaryFile.with(text) { try GSM8KTask().load(from: .file($0)) }.first
        )
        let whole = GSM8KTask().messages(for: sample.problem).map(\.text).joined()
        for secret in ["777", "i9i", "d8d"] { #expect(!whole.contains(secret)) }
    }
}
