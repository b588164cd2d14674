import PonderCore
import PonderTasks
import Testing

struct LoadingTests {
    private func load(_ task: any EvalTask, _ text: String) throws -> [Sample] {
        try TemporaryFile.with(text) { try task.load(from: .file($0)) }
    }

    private func failure(
        _ task: any EvalTask,
        _ text: String,
        mapping: FieldMapping = FieldMapping()
    ) throws -> TaskError? {
        try TemporaryFile.with(text) { path in
            #expect(throws: TaskError.self) {
                try task.load(from: .file(path, mapping: mapping))
            }
        }
    }

    @Test func `word problems are read as GSM8K writes them`() throws {
        let samples = try load(
            GSM8KTask(),
            """
            {"id": "a", "question": "How much?", "answer": "2*3=<<2*3=6>>6\\n#### 36,000"}

            {"question": "How  much\\nmore?", "answer": 7, "level": 3}
            """
        )
        #expect(samples.map(\.id) == ["a", "sha-023f56ee66fe0c42"])
        #expect(samples.map(\.target.description) == ["36000", "7"])
        #expect(samples.map(\.difficulty) == [nil, "3"])
        #expect(samples.map(\.problem.id) == samples.map(\.id))
        #expect(samples[0].problem.statement == "How much?")
    }

    @Test func `competition problems are read with an answer or a boxed solution`() throws {
        let samples = try load(
            MathTask(),
            """
            {"problem": "p", "solution": "so $\\\\boxed{\\\\frac{1}{2}}$.", "level": "Level 2"}
            {"prompt": "q", "answer": "\\\\sqrt{2}", "solution": "\\\\boxed{9}"}
            """
        )
        #expect(samples.map(\.target.description) == ["\\frac{1}{2}", "\\sqrt{2}"])
        #expect(samples[0].difficulty == "Level 2")
    }

    @Test func `options are read as a list or as fields`() throws {
        let samples = try load(
            MultipleChoiceTask(),
            """
            {"question": "a", "choices": ["x", "y"], "answer": 1}
            {"question": "b", "options": ["x", "y"], "answer": "(B)"}
            {"question": "c", "A": "x", "B": "y", "C": "z", "answer": "Y"}
            {"question": "d", "choices": [1, 2.5], "answerKey": "2.5"}
            """
        )
        #expect(samples.map(\.target.description) == ["B", "B", "B", "B"])
        #expect(
            samples.map(\.problem.choices) == [
                ["x", "y"], ["x", "y"], ["x", "y", "z"], ["1", "2.5"],
            ]
        )
    }

    @Test func `puzzles are read with their numbers`() throws {
        let games = try load(
            GameOf24Task(),
            #"{"id": "g", "numbers": [1, "1", 4, 6], "solved_rate": "99%"}"# + "\n"
                + #"{"id": "h", "nums": [1, 2], "target": 3}"#
        )
        #expect(games.map(\.difficulty) == ["99%", nil])
        #expect(games.map(\.target.description) == ["24", "3"])
        #expect(GameOf24Task().isCorrect("Answer: 1*1*4*6", for: games[0]) == true)
        #expect(GameOf24Task().isCorrect("Answer: 1+2", for: games[1]) == true)
    }

    @Test func `fields with other names are found through a mapping`() throws {
        let mapping = try FieldMapping(roles: ["question": "q", "answer": "a", "id": "n"])
        let samples = try TemporaryFile.with(#"{"n": 17, "q": "How?", "a": "5", "answer": "6"}"#) {
            try GSM8KTask().load(from: .file($0, mapping: mapping))
        }
        #expect(samples.map(\.id) == ["17"])
        #expect(samples.map(\.target.description) == ["5"])
        #expect(throws: TaskError.self) { try FieldMapping(roles: ["statement": "q"]) }
        let error = try failure(GSM8KTask(), #"{"question": "x", "answer": "1"}"#, mapping: mapping)
        #expect(error?.code == .missingField)
    }

    @Test func `offset and limit count records`() throws {
        let text = (0..<6).map { #"{"id": \#($0), "question": "q\#($0)", "answer": "1"}"# + "\n\n" }
        let ids = try TemporaryFile.with(text.joined()) {
            try ExactTask().load(from: .file($0, limit: 2, offset: 3)).map(\.id)
        }
        #expect(ids == ["3", "4"])
        let rest = try TemporaryFile.with(text.joined()) {
            try ExactTask().load(from: .file($0, offset: 4)).map(\.id)
        }
        #expect(rest == ["4", "5"])
    }

    @Test func `a limit keeps a later broken line from being read`() throws {
        let samples = try TemporaryFile.with("{\"question\": \"q\", \"answer\": \"a\"}\nbroken") {
            try ExactTask().load(from: .file($0, limit: 1))
        }
        #expect(samples.count == 1)
    }

    @Test func `an id given by content ignores spacing but not case or options`() throws {
        func id(_ record: String) throws -> String? {
            try load(MultipleChoiceTask(), record).first?.id
        }
        let one = try id(#"{"question": "a  b", "choices": ["x", "y"], "answer": 0}"#)
        #expect(one == (try id(#"{"question": " a\tb ", "choices": ["x ", "y"], "answer": 1}"#)))
        #expect(one != (try id(#"{"question": "A b", "choices": ["x", "y"], "answer": 0}"#)))
        #expect(one != (try id(#"{"question": "a b", "choices": ["x", "z"], "answer": 0}"#)))
    }

    @Test(arguments: [
        ("broken", "malformedData", ":1: is not JSON"), ("[1]", "malformedData", ":1: is a list"),
        ("\n\n{\"question\": 1", "malformedData", ":3: is not JSON"),
        (#"{"q": "x", "answer": "1"}"#, "missingField", "'question' or 'problem'"),
        (#"{"q": "x", "answer": "1"}"#, "missingField", "the record has answer, q"),
        ("{}", "missingField", "the record has no fields"),
        (#"{"question": "x"}"#, "missingField", "'answer'"),
        (#"{"question": "x", "answer": null}"#, "missingField", "'answer'"),
        (#"{"question": "x", "answer": ["1"]}"#, "malformedData", "'answer' is a list"),
        (#"{"question": " ", "answer": "1"}"#, "malformedData", "'question' is blank"),
        (#"{"question": "x", "answer": "many"}"#, "malformedData", "'many' is no number"),
        (#"{"question": "x", "answer": 12345678901234567890}"#, "malformedData", "'answer'"),
        ("", "malformedData", "holds no records"), (" \n \n", "malformedData", "holds no records"),
        (
            "{\"id\": 1, \"question\": \"x\", \"answer\": \"1\"}\n"
                + "{\"id\": \"1\", \"question\": \"y\", \"answer\": \"1\"}",
            "duplicateID", ":2: id '1' stands on line 1 already"
        ),
    ])
    func `a bad file is refused with its place`(text: String, code: String, part: String) throws {
        let error = try #require(try failure(GSM8KTask(), text))
        #expect(error.code.description == code)
        #expect(error.description.contains(part), "\(error)")
        #expect(error.path?.hasSuffix(".jsonl") == true)
    }

    @Test func `a byte order mark and carriage returns do no harm`() throws {
        let text =
            "\u{feff}{\"question\": \"q\", \"answer\": \"a\"}\r\n{\"question\": \"r\", \"answer\": \"a\"}\r\n"
        #expect(try load(ExactTask(), text).count == 2)
    }

    @Test func `lines longer than a read are put together`() throws {
        let long = String(repeating: "é", count: 100_000)
        let samples = try load(
            ExactTask(),
            "{\"question\": \"\(long)\", \"answer\": \"a\"}\n{\"question\": \"r\", \"answer\": \"a\"}"
        )
        #expect(samples.map(\.problem.statement) == [long, "r"])
    }

    @Test func `a file that is not there is named`() {
        let error = #expect(throws: TaskError.self) {
            try GSM8KTask().load(from: .file("/nonexistent/data.jsonl"))
        }
        #expect(error?.code == .unreadableFile)
        #expect(error?.description.hasPrefix("/nonexistent/data.jsonl: cannot be read") == true)
    }

    @Test(arguments: [
        (#"{"question": "a", "choices": ["x"], "answer": 0}"#, "1 options"),
        (#"{"question": "a", "choices": ["x", "y"], "answer": 2}"#, "counted from 0 to 1"),
        (#"{"question": "a", "choices": ["x", "y"], "answer": "C"}"#, "no letter from A to B"),
        (#"{"question": "a", "choices": ["x", "x"], "answer": "x"}"#, "of several"),
        (#"{"question": "a", "answer": "A"}"#, "'choices' or 'options'"),
        (#"{"question": "a", "choices": "xy", "answer": "A"}"#, "is a text"),
    ])
    func `options that do not fit their answer are refused`(text: String, part: String) throws {
        let error = try failure(MultipleChoiceTask(), text)
        #expect(error?.description.contains(part) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        #"{"numbers": 5, "target": 5}"#, #"{"numbers": [1, "x"], "target": 5}"#,
        #"{"numbers": [1], "target": 5}"#, #"{"numbers": [1, -2], "target": 5}"#,
        #"{"numbers": [1, 2], "target": "many"}"#, #"{"numbers": [1, 2]}"#,
        #"{"numbers": [1.5, 2], "target": 3}"#,
    ])
    func `numbers that make no puzzle are refused`(text: String) throws {
        #expect(try failure(CountdownTask(), text)?.line == 1)
    }
}
