import Foundation
import PonderRecord
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct RunTests {
    @Test func `A run leaves its files, and a replay without the server gives the same bytes`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, stop in
                let rows = [
                    "{strategy: single}", "{strategy: self-consistency, draws: [2, 4]}",
                    "{strategy: best-of-n, draws: 3, verifier: judge}",
                    "{strategy: weighted-vote, draws: 3, verifier: mean-log-probability}",
                ]
                try write(ToyRun.config(server, rows, more: ["pool: 8"]), to: "c.yaml", in: folder)
                let bank = "\(folder)/b.sqlite"
                let first = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R1",
                    "--bank",
                    bank,
                    in: folder
                )
                #expect(first.code == 0)
                #expect(first.output.contains("self-consistency (draws 4)"))
                #expect(first.output.hasSuffix("report: R1/report.html\n"))
                #expect(server.answered.values.allSatisfy { $0 == 1 })
                let names = [
                    "config.yaml", "diagnostics.json", "report.html", "report.md", "report.svg",
                    "run.jsonl", "summary.json",
                ]
                for name in names { #expect(try !read("R1/\(name)", in: folder).isEmpty) }

                try await stop()
                let second = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R2",
                    "--bank",
                    bank,
                    "--replay",
                    in: folder
                )
                #expect(second.code == 0)
                #expect(
                    try read("R2/summary.json", in: folder) == read("R1/summary.json", in: folder)
                )
                let (log, replay) = (
                    try RunLogReader.read("\(folder)/R1"), try RunLogReader.read("\(folder)/R2")
                )
                #expect(!replay.calls.isEmpty)
                #expect(replay.calls.allSatisfy { $0.source == .bank })
                #expect(replay.calls.count == log.calls.count)
                #expect(replay.results == log.results)
                #expect(replay.traces == log.traces)
                let diagnostics = try ToyRun.object("R2/diagnostics.json", in: folder)
                #expect(try ToyRun.number(diagnostics, "billed", "calls") == 0)
                #expect(try ToyRun.number(diagnostics, "callsFromModel") == 0)
            }
        }
    }

    @Test func `A replay that misses a draw says which and ends with 1`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let bank = "\(folder)/b.sqlite"
                try write(ToyRun.config(server, ["{strategy: single}"]), to: "c.yaml", in: folder)
                _ = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R1",
                    "--bank",
                    bank,
                    in: folder
                )
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                let calls = server.received
                let replay = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R2",
                    "--bank",
                    bank,
                    "--replay",
                    "--quiet",
                    in: folder
                )
                #expect(replay.code == 1)
                #expect(replay.errorLines.count == 1)
                #expect(replay.errors.contains("never taken"))
                #expect(replay.errors.contains("What is "))
                #expect(server.received == calls)
            }
        }
    }

    @Test func `Two processes may share a bank`() async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.delay = 2
            try await withToyServer(conduct) { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                let bank = "\(folder)/b.sqlite"
                let both = try ["R1", "R2"].map {
                    try PonderProcess(["run", "c.yaml", "--out", $0, "--bank", bank], in: folder)
                }
                for process in both { #expect(try await process.wait().code == 0) }
                let third = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R3",
                    "--bank",
                    bank,
                    "--replay",
                    in: folder
                )
                #expect(third.code == 0)
                let summary = try read("R3/summary.json", in: folder)
                #expect(try read("R1/summary.json", in: folder) == summary)
                #expect(try read("R2/summary.json", in: folder) == summary)
            }
        }
    }

    @Test func `A folder that another process writes to is refused`() async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.answers = 2
            try await withToyServer(conduct) { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                let first = try PonderProcess(["run", "c.yaml", "--out", "R"], in: folder)
                await server.waitForCalls(3)
                let second = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                #expect(second.code == 1)
                #expect(
                    second.errorLines == [
                        "error: R: another process is writing to this folder; "
                            + "wait for it or name another one"
                    ]
                )
                first.send(SIGKILL)
                #expect(try await first.wait().code == -SIGKILL)
            }
        }
    }

    @Test func `Failed calls end with 1, say why, and are made again`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                try write(ToyRun.config(server, ["{strategy: single}"]), to: "c.yaml", in: folder)
                let plain = try await PonderProcess.run("run", "c.yaml", "--out", "P", in: folder)
                #expect(plain.code == 0)
                let first = try #require(server.answered.keys.map(\.prompt).min())
                let question = try #require(first.split(separator: "?").first)
                server.conduct.failing = "\(question)?"
                let failed = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R",
                    "--quiet",
                    in: folder
                )
                #expect(failed.code == 1)
                #expect(failed.output.isEmpty)
                #expect(failed.errorLines.count == 1)
                #expect(
                    failed.errors.hasPrefix("error: model calls failed in 1 searches (server: ")
                )
                #expect(
                    failed.errors.hasSuffix("try those again with: ponder run c.yaml --out R\n")
                )
                server.conduct.failing = nil
                let again = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                #expect(again.code == 0)
                let answers = try ["P", "R"].map {
                    try RunLogReader.read("\(folder)/\($0)").results.map(\.answer)
                }
                #expect(answers[0] == answers[1])
            }
        }
    }

    @Test func `Expectations without a bank are refused before anything is called`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let config = ToyRun.config(server, more: ["pool: 8", "bank: off"])
                try write(config, to: "c.yaml", in: folder)
                let run = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                #expect(run.code == 64)
                #expect(run.errors.hasPrefix("error: pool: expectations are taken over draws"))
                #expect(server.received == 0)
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/R"))
            }
        }
    }

    @Test func `A dry run forecasts, calls nothing and writes nothing`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                let run = try await PonderProcess.run("run", "c.yaml", "--dry-run", in: folder)
                #expect(run.code == 0)
                #expect(run.errors.isEmpty)
                #expect(run.output.contains("  arithmetic · toy · policy: 18 calls\n"))
                #expect(run.output.contains("output tokens 360 (at most 720)"))
                #expect(server.received == 0)
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["c.yaml"])
            }
        }
    }
}
