import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

struct PlanTests {
    private static func mistakes(_ task: String, files: [String: [String]]) async throws -> [String]
    {
        try await withTemporaryFolder { folder in
            for (name, lines) in files { _ = try write(lines, to: name, in: folder) }
            let config = Lab.config().split(separator: "\n").map { line in
                line.hasPrefix("tasks") ? "tasks: [\(task)]" : "\(line)"
            }
            let error = try #require(throws: ExperimentError.self) {
                try Lab.plan(config.joined(separator: "\n"), path: "\(folder)/c.yaml")
            }
            return error.diagnostics.map { $0.description.replacing("\(folder)/", with: "") }
        }
    }

    @Test func `A record that cannot be read is named with the config's place and its own`()
        async throws
    {
        let lines = [#"{"question": "What is 1 + 1?", "answer": "2"}"#, #"{"question": "?"}"#]
        let mistakes = try await Self.mistakes(
            "{task: arithmetic, data: d.jsonl}",
            files: ["d.jsonl": lines]
        )
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix("c.yaml:4:34: error: d.jsonl:2: ") == true)
        #expect(mistakes.first?.contains("answer") == true)
    }

    @Test func `An empty data file is refused`() async throws {
        let mistakes = try await Self.mistakes(
            "{task: arithmetic, data: d.jsonl}",
            files: ["d.jsonl": []]
        )
        #expect(mistakes.count == 1)
        #expect(mistakes.first?.hasPrefix("c.yaml:4:34: error: d.jsonl") == true)
    }

    @Test func `The header says what is going to be done`() throws {
        let config = Lab.config(
            ["{strategy: self-consistency, draws: [2, 3]}"],
            more: ["pool: 6", "epochs: 2"]
        )
        let header = try Lab.plan(config).header
        #expect(header.name == "t")
        #expect(header.seed == 7)
        #expect(header.epochs == 2)
        #expect(header.pool == 6)
        #expect(
            header.rows.map(\.label) == [
                "self-consistency (draws 2)", "self-consistency (draws 3)",
            ]
        )
        #expect(header.rows.allSatisfy { $0.estimator == "permutations" })
        #expect(header.rows.allSatisfy { $0.oracleUse == "none" })
        #expect(header.models.map(\.name) == ["toy"])
        #expect(header.tasks.map(\.problems) == [6])
        #expect(header.notRepeatable.isEmpty)
        #expect(try Lab.loader.experiment(header.config, path: "c.yaml").rows.count == 2)
    }

    @Test func `A model that need not repeat itself and a deadline are said in the header`() throws
    {
        let model = ScriptedModel(capabilities: ModelCapabilities(), replies: [])
        let config = Lab.config(more: ["budget: {per-problem: {wall-time: 5m}}"])
        #expect(
            try Lab.plan(config, model: model).header.notRepeatable == [
                "the model toy need not repeat itself; a replay of the bank does",
                "a limit on time depends on the machine",
            ]
        )
    }
}
