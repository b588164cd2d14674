import Foundation
import PonderCore
import PonderRecord
import Testing

/// `kill -9` at random moments: no finished call is made twice, and the summary does not tell.
@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct KillTests {
    /// Starts a run again and again and kills it, until it ends by itself; returns the kills.
    private func torture(
        _ server: ToyServer,
        in folder: String,
        seed: UInt64
    ) async throws -> Int {
        var random = RandomGenerator(Seed(seed))
        let clock = ContinuousClock()
        var kills = 0
        while true {
            let before = server.received
            let run = try PonderProcess(["run", "c.yaml", "--out", "R", "--quiet"], in: folder)
            async let ending = run.wait()
            // Some kills come with calls in flight, some by the clock: at the start, between calls,
            // or while draws are replayed. The clock's are later each time, so that a run can end.
            let calls = random.integer(below: 6)
            let most = calls > 0 ? 100 + 10 * kills : 80 + 5 * kills
            let deadline = clock.now + .milliseconds(random.integer(below: most))
            while run.isRunning, clock.now < deadline {
                if calls > 0, server.received >= before + calls { break }
                try await Task.sleep(for: .milliseconds(1))
            }
            try await Task.sleep(for: .milliseconds(random.integer(below: 12)))
            run.send(SIGKILL)
            let code = try await ending.code
            guard code == -SIGKILL else {
                #expect(code == 0)
                return kills
            }
            kills += 1
        }
    }

    @Test(arguments: [(11, [] as [String]), (12, ["pool: 8"])])
    func `Killed anywhere and resumed, a run pays for no finished call twice`(
        _ seed: Int,
        _ more: [String]
    ) async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.delay = 5
            try await withToyServer(conduct) { server, _ in
                let rows = ["{strategy: single}", "{strategy: self-consistency, draws: [2, 4]}"]
                let config = ToyRun.config(
                    server,
                    count: more.isEmpty ? 48 : 24,
                    rows,
                    more: more + ["concurrency: 2"]
                )
                try write(config, to: "c.yaml", in: folder)
                let plain = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "P",
                    "--quiet",
                    in: folder
                )
                #expect(plain.code == 0)
                let first = server.answered
                #expect(first.count == 192)
                #expect(first.values.allSatisfy { $0 == 1 })

                let kills = try await torture(server, in: folder, seed: UInt64(seed))
                #expect(kills >= 20)
                #expect(
                    try read("R/summary.json", in: folder) == read("P/summary.json", in: folder)
                )
                try checkBill(first, server.answered, kills: kills, in: folder)
                let (killed, whole) = (
                    try RunLogReader.read("\(folder)/R"), try RunLogReader.read("\(folder)/P")
                )
                #expect(killed.results == whole.results)
                #expect(killed.traces == whole.traces)
                #expect(killed.pools == whole.pools)
            }
        }
    }

    /// Compares what the server answered and what the run was billed with what was to be drawn.
    private func checkBill(
        _ first: [ToyCall: Int],
        _ both: [ToyCall: Int],
        kills: Int,
        in folder: String
    ) throws {
        let diagnostics = try ToyRun.object("R/diagnostics.json", in: folder)
        let plain = try ToyRun.object("P/diagnostics.json", in: folder)
        let again = both.merging(first) { all, once in all - once }
        #expect(Set(both.keys) == Set(first.keys))
        #expect(again.values.allSatisfy { (1...1 + kills).contains($0) })
        // Each attempt that a kill left open is billed as reserved: one call, and its whole limit.
        let lost = try ToyRun.number(diagnostics, "billedByAllInvocations", "calls") - first.count
        #expect(lost >= 0)
        #expect(again.values.reduce(0, +) - first.count <= lost)
        #expect(lost <= 2 * kills)
        let tokens = try ToyRun.number(diagnostics, "billedByAllInvocations", "outputTokens")
        #expect(tokens == (try ToyRun.number(plain, "billed", "outputTokens")) + 40 * lost)
    }

    @Test func `What a kill lost is said by the next invocation`() async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.answers = 5
            try await withToyServer(conduct) { server, _ in
                let config = ToyRun.config(server, more: ["concurrency: 3"])
                try write(config, to: "c.yaml", in: folder)
                let run = try PonderProcess(["run", "c.yaml", "--out", "R"], in: folder)
                await server.waitForCalls(8)
                run.send(SIGKILL)
                #expect(try await run.wait().code == -SIGKILL)
                server.conduct.answers = .max
                let again = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                #expect(again.code == 0)
                let diagnostics = try ToyRun.object("R/diagnostics.json", in: folder)
                #expect(try ToyRun.number(diagnostics, "lostAttempts") == 3)
                #expect(try ToyRun.number(diagnostics, "billed", "calls") == 13)
                #expect(
                    try ToyRun.number(diagnostics, "billedByAllInvocations", "calls") == 18 + 3
                )
            }
        }
    }
}
