import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

struct ResumeTests {
    private static let points = [1, 2, 3, 5, 8, 11, 14, 17, 20, 23]

    /// Cancels a run at its k-th attempt, again and again, and counts the replies to each seed.
    private static func interrupted(
        _ config: String,
        every k: Int,
        in folder: String
    ) async throws -> (last: Lab.Invocation, replies: [UInt64: Int], interruptions: Int) {
        let store = AuditedDrawStore()
        var replies: [UInt64: Int] = [:]
        var interruptions = 0
        while true {
            let stop = CancellationSwitch()
            // An interruption at every attempt would never let one finish.
            let limit = k + interruptions
            let model = FaultyModel(ToyModel.make()) { if $0 == limit { stop.cancel() } }
            let plan = try Lab.plan(config, model: model)
            let run = try await Lab.run(plan, in: folder, store: store, until: stop)
            for attempt in model.bill where attempt.isKnown {
                replies[attempt.seed, default: 0] += 1
            }
            guard run.outcome.status == .interrupted else {
                #expect(store.entries.allSatisfy { $0.billed != nil })
                return (run, replies, interruptions)
            }
            #expect(run.log.end?.status == .interrupted)
            interruptions += 1
        }
    }

    @Test(arguments: RepeatabilityTests.configs.keys.sorted())
    func `A run that is interrupted anywhere and resumed ends as if it had not been`(
        _ name: String
    ) async throws {
        let config = try #require(RepeatabilityTests.configs[name]) + "\nconcurrency: 3"
        let whole = try await Lab.run(Lab.plan(config))
        for k in Self.points {
            try await withTemporaryFolder { folder in
                let (last, replies, count) = try await Self.interrupted(
                    config,
                    every: k,
                    in: folder
                )
                #expect(count >= 1, "at \(k)")
                #expect(last.outcome.status == .complete, "at \(k)")
                #expect(try last.summary == whole.summary, "at \(k)")
                #expect(try last.traces == whole.traces, "at \(k)")
                #expect(last.log.results == whole.log.results, "at \(k)")
                #expect(replies.values.allSatisfy { $0 == 1 }, "at \(k)")
            }
        }
    }

    @Test func `A finished run that is started again does nothing`() async throws {
        try await withTemporaryFolder { folder in
            let config = Lab.config(["{strategy: self-consistency, draws: 2}"])
            let first = try await Lab.run(Lab.plan(config), in: folder)
            let model = ToyModel.make()
            let again = try await Lab.run(Lab.plan(config, model: model), in: folder)
            #expect(model.calls.isEmpty)
            #expect(again.outcome.status == .complete)
            #expect(again.log == first.log)
        }
    }

    @Test(arguments: ["seed: 8", "epochs: 2", "pool: 4"])
    func `A folder that holds the run of another config is refused and left as it is`(
        _ change: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let config = Lab.config()
            let first = try await Lab.run(Lab.plan(config), in: folder)
            let key = change.prefix { $0 != ":" }
            let kept = config.split(separator: "\n").filter { !$0.hasPrefix(key) }
            let plan = try Lab.plan((kept + [change[...]]).joined(separator: "\n"))
            let error = try #require(throws: RunFolder.Mismatch.self) {
                try RunFolder(folder, plan: plan)
            }
            #expect(error.description.hasPrefix("\(folder): holds the run of another config (t);"))
            #expect(try RunLogReader.read(folder) == first.log)
            // The folder is free again: the run that it holds can be resumed.
            _ = try await Lab.run(Lab.plan(config), in: folder)
        }
    }

    @Test func `Other problems in the data file are another config`() async throws {
        try await withTemporaryFolder { folder in
            let lines = ["1 + 1", "0 + 2"].map {
                #"{"question": "What is \#($0)?", "answer": "2"}"#
            }
            let config = Lab.config().split(separator: "\n").map { text in
                text.hasPrefix("tasks") ? "tasks: [{task: arithmetic, data: d.jsonl}]" : "\(text)"
            }.joined(separator: "\n")
            let path = "\(folder)/c.yaml"
            _ = try write(Array(lines.prefix(1)), to: "d.jsonl", in: folder)
            _ = try await Lab.run(Lab.plan(config, path: path), in: "\(folder)/run")
            _ = try write(lines, to: "d.jsonl", in: folder)
            let changed = try Lab.plan(config, path: path)
            #expect(throws: RunFolder.Mismatch.self) {
                try RunFolder("\(folder)/run", plan: changed)
            }
        }
    }

    @Test(arguments: ["concurrency: 2", "problems-in-flight: 1", "spend-limit: {calls: 1000}"])
    func `A folder may be resumed at another speed`(_ change: String) async throws {
        try await withTemporaryFolder { folder in
            let first = try await Lab.run(Lab.plan(Lab.config()), in: folder)
            let again = try await Lab.run(Lab.plan(Lab.config(more: [change])), in: folder)
            #expect(try again.summary == first.summary)
        }
    }
}
