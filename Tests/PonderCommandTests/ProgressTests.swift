import Foundation
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct ProgressTests {
    @Test func `Outside a terminal progress is plain lines on standard error`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                let run = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                #expect(run.code == 0)
                #expect(!run.errors.contains("\u{1B}"))
                #expect(!run.errors.contains("\r"))
                let last = try #require(run.errorLines.last)
                #expect(last.hasPrefix("searching 12/12 · "))
                #expect(last.contains(" · 18 calls"))
                #expect(!run.output.contains("searching"))
                #expect(run.output.contains("accuracy"))
            }
        }
    }

    @Test func `Quiet prints nothing at all`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                let run = try await PonderProcess.run(
                    "run",
                    "c.yaml",
                    "--out",
                    "R",
                    "--quiet",
                    in: folder
                )
                #expect(run.code == 0)
                #expect(run.output.isEmpty)
                #expect(run.errors.isEmpty)
            }
        }
    }

    @Test(arguments: [SIGINT, SIGTERM, 0])
    func `A terminal gets one moving line, ten times a second at most, and its cursor back`(
        _ signal: Int32
    ) async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.delay = 60
            if signal != 0 { conduct.answers = 8 }
            try await withToyServer(conduct) { server, _ in
                let config = ToyRun.config(server, more: ["concurrency: 2"])
                try write(config, to: "c.yaml", in: folder)
                let terminal = try PseudoTerminal(columns: 64)
                let clock = ContinuousClock()
                let start = clock.now
                let process = try PonderProcess(
                    ["run", "c.yaml", "--out", "R"],
                    in: folder,
                    errors: terminal.other
                )
                terminal.closeOther()
                if signal != 0 {
                    await server.waitForCalls(9)
                    process.send(signal)
                }
                #expect(try await process.wait().code == (signal == 0 ? 0 : 130))
                let seconds = (clock.now - start) / .seconds(1)
                let text = await terminal.text()
                #expect(text.hasPrefix("\u{1B}[?25l\r\u{1B}[2K"))
                let shown = try #require(text.range(of: "\u{1B}[?25h", options: .backwards))
                #expect(
                    text.range(of: "\u{1B}[?25l", options: .backwards)?.lowerBound
                        == text.startIndex
                )
                #expect(!text[shown.upperBound...].contains("\u{1B}"))
                let frames = text.components(separatedBy: "\r\u{1B}[2K").filter {
                    $0.hasPrefix("searching ")
                }
                #expect((1...Int(seconds * 10) + 2).contains(frames.count))
                #expect(frames.allSatisfy { $0.count <= 64 })
                #expect(signal != 0 || text.contains("12/12"))
            }
        }
    }

    @Test(arguments: [["strategies"], ["tasks"], ["run", "--help"], ["summary", "R"]])
    func `A reader that goes away ends a command quietly`(_ arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                if arguments[0] == "summary" {
                    try write(ToyRun.config(server), to: "c.yaml", in: folder)
                    _ = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                }
                let pipe = Pipe()
                try pipe.fileHandleForReading.close()
                let process = try PonderProcess(
                    arguments,
                    in: folder,
                    output: pipe.fileHandleForWriting
                )
                let ending = try await process.wait()
                #expect(ending.code == 0)
                #expect(ending.errors.isEmpty)
            }
        }
    }
}
