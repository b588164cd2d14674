import PonderCore
import PonderTasks
import Testing

struct GraderTests {
    private func sample(_ task: any EvalTask, _ record: String) throws -> Sample {
        try #require(try TemporaryFile.with(record) { try task.load(from: .file($0)) }.first)
    }

    @Test(arguments: [
        ("#### 1234.5", true), ("#### 1,234.50", true), ("#### $1,234.50", true),
        ("It is 1234.5 dollars.", true), ("2469/2", true), ("#### 1234", false),
        ("#### -1234.5", false),
        ("no idea", nil),
    ])
    func `numbers are compared by value`(reply: String, isCorrect: Bool?) throws {
        let task = GSM8KTask()
        let sample = try sample(task, #"{"question": "q", "answer": "so #### $1,234.5"}"#)
        #expect(task.isCorrect(reply, for: sample) == isCorrect)
    }

    @Test(arguments: [
        ("50%", "50%", true), ("50%", "50", true), ("50%", "0.5", true), ("50%", "5", false),
        ("50", "50%", true), ("50", "0.5", false), ("0.5", "50%", false),
    ])
    func `only a target in percent accepts the fraction`(
        target: String,
        reply: String,
        isCorrect: Bool
    ) throws {
        let task = GSM8KTask()
        let sample = try sample(task, "{\"question\": \"q\", \"answer\": \"\(target)\"}")
        #expect(task.isCorrect(reply, for: sample) == isCorrect)
    }

    @Test(arguments: [("(B)", true), ("The answer is y.", true), ("(A)", false), ("hm", nil)])
    func `options are compared by letter`(reply: String, isCorrect: Bool?) throws {
        let task = MultipleChoiceTask()
        let record = #"{"question": "q", "choices": ["x", "y"], "answer": "B"}"#
        #expect(task.isCorrect(reply, for: try sample(task, record)) == isCorrect)
    }

    @Test(arguments: [("Answer: New  york.", true), ("York", false), ("", nil)])
    func `texts are compared in space and case alike`(reply: String, isCorrect: Bool?) throws {
        let task = ExactTask()
        let record = #"{"question": "q", "answer": "new York"}"#
        #expect(task.isCorrect(reply, for: try sample(task, record)) == isCorrect)
    }

    @Test(arguments: [
        (#"\boxed{0.5}"#, true), (#"\boxed{\frac24}"#, true), ("so 2", false), ("?", nil),
    ])
    func `mathematical objects are compared by value`(reply: String, isCorrect: Bool?) throws {
        let task = MathTask()
        let record = #"{"problem": "q", "answer": "\\frac12"}"#
        #expect(task.isCorrect(reply, for: try sample(task, record)) == isCorrect)
    }

    @Test(arguments: [
        ("Answer: (10-4)*(13-9) = 24", true), ("(13-9)*(10-4)", true), ("4*9-10-2", false),
        ("2**3*3", nil), ("24", nil),
    ])
    func `puzzles accept every solution`(reply: String, isCorrect: Bool?) throws {
        let task = GameOf24Task()
        let sample = try sample(task, #"{"numbers": [4, 9, 10, 13]}"#)
        #expect(task.isCorrect(reply, for: sample) == isCorrect)
    }
}
