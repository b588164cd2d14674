import Foundation
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct BankTests {
    @Test func `Draws survive a compact file: a replay over them gives the same bytes`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, stop in
                let rows = ["{strategy: single}", "{strategy: best-of-n, draws: 3}"]
                try write(ToyRun.config(server, rows, more: ["pool: 6"]), to: "c.yaml", in: folder)
                let first = try await PonderProcess.run("run", "c.yaml", "--out", "R1", in: folder)
                #expect(first.code == 0)
                try await stop()
                let export = try await PonderProcess.run(
                    "bank",
                    "export",
                    "R1/draws.sqlite",
                    "--out",
                    "draws.jsonl.gz",
                    in: folder
                )
                #expect(export.code == 0)
                #expect(export.output.hasSuffix(" draws\n"))
                let restored = try await PonderProcess.run(
                    "bank",
                    "import",
                    "draws.jsonl.gz",
                    "--bank",
                    "again.sqlite",
                    in: folder
                )
                #expect(restored.code == 0)
                let replay = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R2",
                    "--bank",
                    "again.sqlite",
                    "--replay",
                    in: folder
                )
                #expect(replay.code == 0)
                #expect(
                    try read("R2/summary.json", in: folder) == read("R1/summary.json", in: folder)
                )
            }
        }
    }

    @Test(arguments: [
        ["bank", "export", "none.sqlite", "--out", "x.jsonl.gz"],
        ["bank", "import", "none.jsonl.gz", "--bank", "b.sqlite"],
    ])
    func `A file that is not there is one clear line`(_ arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await PonderProcess(arguments, in: folder).wait()
            #expect(ending.code == 1)
            #expect(ending.errors.hasPrefix("error: none."))
            #expect(ending.errors.split(separator: "\n").count == 1)
        }
    }
}
