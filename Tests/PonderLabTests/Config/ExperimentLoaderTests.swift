import Foundation
import Ponder
import PonderCore
import PonderLab
import PonderTasks
import Testing

struct ExperimentLoaderTests {
    private static let loader = ExperimentLoader(
        providers: ConfigFixture.providers,
        environment: { _ in nil }
    )

    /// Writes files into a folder of its own and calls a function with the folder's path.
    private func withFolder(
        _ files: [String: String],
        _ body: (String) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("ponder-config-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        try body(folder.path)
    }

    @Test func `A file is read and its paths start at its folder`() throws {
        let text = ConfigFixture.config([1: "seed: 4"])
        try withFolder(["first-look.yaml": text, "d.jsonl": "{}"]) { folder in
            let experiment = try Self.loader.experiment(at: folder + "/first-look.yaml")
            #expect(experiment.name == "first-look")
            #expect(experiment.tasks.first?.data?.written == "d.jsonl")
            #expect(experiment.tasks.first?.data?.resolved == folder + "/d.jsonl")
        }
    }

    @Test func `A folder is no data file`() throws {
        let text = ConfigFixture.config([5: "  - {task: gsm8k, data: .}"])
        try withFolder(["c.yaml": text]) { folder in
            let error = try #require(throws: ExperimentError.self) {
                try Self.loader.experiment(at: folder + "/c.yaml")
            }
            #expect(error.diagnostics.map(\.position?.description) == ["5:25"])
        }
    }

    @Test func `A file that is not UTF-8 is refused at its first bad byte`() throws {
        let error = try #require(throws: ExperimentError.self) {
            try Self.loader.experiment(Array("name: t\nseed: ".utf8) + [0xC3, 0x28], path: "c")
        }
        #expect(error.description == "c:2:7: error: these bytes are not UTF-8")
    }

    @Test(arguments: TaskCatalog.all.map(\.id))
    func `Every task of the catalog can be named, with its default prompt`(_ id: String) throws {
        let task = try TaskCatalog.task(named: id)
        let line =
            task.description.levels.isEmpty
            ? "  - {task: \(id), data: d.jsonl}" : "  - {task: \(id), count: 2}"
        try withFolder(["c.yaml": ConfigFixture.config([5: line]), "d.jsonl": "{}"]) { folder in
            let experiment = try Self.loader.experiment(at: folder + "/c.yaml")
            let plan = try #require(experiment.tasks.first)
            #expect(plan.prompt == task.defaultPrompt)
            #expect(throws: Never.self) {
                try TaskCatalog.task(named: plan.id, settings: plan.settings)
            }
        }
    }

    @Test(arguments: StrategyCatalog.entries.map(\.id))
    func `Every strategy of the catalog can be named and its rows made`(_ id: String) throws {
        let line = "  - {task: countdown, count: 2}"
        let text = ConfigFixture.config([5: line, 7: "  - {strategy: \(id)}"])
        let row = try #require(try Self.loader.experiment(text, path: "c.yaml").rows.first)
        let entry = try #require(StrategyCatalog.entry(named: id))
        #expect(try entry.strategy(row.settings).needs == row.needs)
    }

    @Test(arguments: StrategyCatalog.entries.map(\.id))
    func `No setting of a strategy has the name of a key that all strategies take`(
        _ id: String
    ) throws {
        let reserved: Set = [
            "strategy", "sampling", "roles", "budget", "temperature", "top-p", "top-k", "min-p",
            "max-output-tokens", "effort", "max-thinking-tokens", "stop",
        ]
        let entry = try #require(StrategyCatalog.entry(named: id))
        #expect(reserved.isDisjoint(with: entry.settings.map(\.name)))
    }
}
