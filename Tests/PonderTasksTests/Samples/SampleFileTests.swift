import PonderCore
import PonderTasks
import Testing

struct SampleFileTests {
    private func read(_ text: String) throws -> SampleFile {
        try TemporaryFile.with(text) { try SampleFile(path: $0) }
    }

    @Test func `samples are read with numbers or texts as names`() throws {
        let file = try read(
            """
            {"id": 7, "sample": "1", "text": "b"}
            {"id": "7", "sample": 0, "text": "a", "finish": "length"}
            {"id": "x", "text": ""}
            {"id": "x", "text": "d", "finish_reason": "content_filter", "tokens": 12}
            """
        )
        #expect(file.records.map(\.id) == ["7", "7", "x", "x"])
        #expect(file.records.map(\.sample) == [1, 0, 0, 1])
        #expect(file.records.map(\.finish) == [.stop, .length, .stop, .refused])
        #expect(file.records.map(\.outputTokens) == [nil, nil, nil, 12])
        #expect(file.records.allSatisfy { $0.usage == nil && $0.tokens == nil })
    }

    @Test func `usage and log-probabilities are read`() throws {
        let file = try read(
            """
            {"id": 1, "text": "a", "usage": {"prompt_tokens": 9, "completion_tokens": 3}, "logprobs": [-0.5, -1]}
            {"id": 2, "text": "a", "usage": {"output_tokens": 4}, "logprobs": {"content": [{"token": "a", "logprob": -0.25, "top_logprobs": [{"token": "b", "logprob": -2}]}]}}
            """
        )
        #expect(file.records[0].usage == Usage(prompt: .reported(9), output: .reported(3)))
        #expect(file.records[0].outputTokens == 3)
        #expect(file.records[0].tokens?.map(\.logProbability) == [-0.5, -1])
        #expect(file.records[1].usage == nil)
        #expect(file.records[1].outputTokens == 4)
        let token = try #require(file.records[1].tokens?.first)
        #expect(token.text == "a" && token.logProbability == -0.25)
        #expect(token.alternatives == [.init(text: "b", logProbability: -2)])
    }

    @Test(arguments: [
        ("", "holds no samples"), (#"{"text": "a"}"#, ":1: field 'id' is missing"),
        (#"{"id": 1}"#, ":1: field 'text' is missing; the record has id"),
        (#"{"id": 1, "text": 5}"#, "'text' is a number"), ("nonsense", ":1: is not JSON"),
        (#"{"id": 1, "sample": -1, "text": "a"}"#, "'sample' is '-1'"),
        (#"{"id": 1, "sample": "first", "text": "a"}"#, "'sample' is 'first'"),
        (#"{"id": 1, "text": "a", "finish": "bored"}"#, "finish is 'bored'"),
        (#"{"id": 1, "text": "a", "logprobs": 5}"#, "'logprobs' is a number"),
        (#"{"id": 1, "text": "a", "logprobs": ["x"]}"#, "'logprobs' holds a text"),
        (#"{"id": 1, "text": "a", "usage": {"prompt_tokens": 1}}"#, "no 'completion_tokens'"),
        (#"{"id": 1, "text": "a", "tokens": -3}"#, "'tokens'"),
        (
            "{\"id\": 1, \"sample\": 0, \"text\": \"a\"}\n{\"id\": \"1\", \"sample\": \"0\", \"text\": \"b\"}",
            ":2: sample 0 of '1' stands on line 1 already"
        ),
    ])
    func `a bad file is refused with its place`(text: String, part: String) {
        let error = #expect(throws: TaskError.self) { try read(text) }
        #expect(error?.description.contains(part) == true, "\(String(describing: error))")
    }

    @Test func `replies are joined with the data in the data's order`() throws {
        let file = try read(
            """
            {"id": "b", "sample": 1, "text": "b1"}
            {"id": "a", "text": "a0"}
            {"id": "b", "sample": 0, "text": "b0"}
            """
        )
        let samples = ["a", "b", "c"].map {
            Sample(id: $0, problem: Problem("q"), target: Target(.text("t")))
        }
        let groups = try file.joined(with: samples)
        #expect(groups.map(\.sample.id) == ["a", "b"])
        #expect(groups.map { $0.replies.map(\.text) } == [["a0"], ["b0", "b1"]])
    }

    @Test func `a reply to an unknown problem is refused with its place`() throws {
        let file = try read("{\"id\": \"a\", \"text\": \"x\"}\n{\"id\": \"z\", \"text\": \"y\"}")
        let samples = [Sample(id: "a", problem: Problem("q"), target: Target(.text("t")))]
        let error = #expect(throws: TaskError.self) { try file.joined(with: samples) }
        #expect(error?.code == .unknownID)
        #expect(error?.line == 2)
        #expect(error?.message == "the data has no sample 'z'; it has 1 samples such as 'a'")
    }

    @Test func `a file with the task's own fields needs no data`() throws {
        let file = try read(
            """
            {"id": 0, "sample": 0, "text": "Answer: 4*6*1*1", "numbers": [1, 1, 4, 6]}
            {"id": 0, "sample": 1, "text": "Answer: 4*6"}
            """
        )
        let task = GameOf24Task()
        let group = try #require(try file.joined(with: file.samples(for: task)).first)
        #expect(group.sample.id == "0")
        #expect(group.replies.map { task.isCorrect($0.text, for: group.sample) } == [true, false])
        let bare = try read(#"{"id": 0, "text": "Answer: 4*6"}"#)
        let error = #expect(throws: TaskError.self) { try bare.samples(for: task) }
        #expect(error?.code == .missingField)
    }
}
