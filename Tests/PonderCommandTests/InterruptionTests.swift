import Foundation
import PonderCore
import PonderRecord
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct InterruptionTests {
    private static let rows = ["{strategy: single}", "{strategy: self-consistency, draws: 6}"]

    /// The summary of the run in `folder/P` that nothing interrupted.
    private func undisturbed(_ config: String, in folder: String) async throws -> String {
        try write(config, to: "c.yaml", in: folder)
        let run = try await PonderProcess.run("run", "c.yaml", "--out", "P", "--quiet", in: folder)
        #expect(run.code == 0)
        return try read("P/summary.json", in: folder)
    }

    @Test(arguments: [SIGINT, SIGTERM])
    func `A signal ends a run with 130 and a log that can be read and resumed`(
        _ signal: Int32
    ) async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let config = ToyRun.config(server, Self.rows, more: ["concurrency: 4"])
                let summary = try await undisturbed(config, in: folder)
                let before = server.received
                server.conduct.answers = before + 17
                let command = ["run", "c.yaml", "--out", "R", "--bank", "b.sqlite"]
                let run = try PonderProcess(command, in: folder)
                await server.waitForCalls(before + 18)
                run.send(signal)
                let ending = try await run.wait()
                #expect(ending.code == 130)
                let hint = "resume with: ponder \(command.joined(separator: " "))"
                let last = "interrupted: what is finished is kept; \(hint)\n"
                #expect(ending.errors.hasSuffix(last))
                let log = try RunLogReader.read("\(folder)/R")
                #expect(log.end?.status == .interrupted)
                #expect((1..<12).contains(log.results.count))
                let partial = try await PonderProcess.run("summary", "R", in: folder)
                #expect(partial.code == 0)
                #expect(partial.output.contains("incomplete"))

                server.conduct.answers = .max
                let again = try await PonderProcess(command, in: folder).wait()
                #expect(again.code == 0)
                #expect(try read("R/summary.json", in: folder) == summary)
            }
        }
    }

    @Test func `A second signal ends the process at once`() async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.answers = 3
            try await withToyServer(conduct) { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                // A pipe that nobody empties keeps the process from ending after the first signal.
                let pipe = Pipe()
                try Self.fill(pipe.fileHandleForWriting)
                let run = try PonderProcess(
                    ["run", "c.yaml", "--out", "R"],
                    in: folder,
                    output: pipe.fileHandleForWriting
                )
                await server.waitForCalls(4)
                run.send(SIGINT)
                while !FileManager.default.fileExists(atPath: "\(folder)/R/report.html") {
                    try await Task.sleep(for: .milliseconds(5))
                }
                #expect(run.isRunning)
                run.send(SIGINT)
                #expect(try await run.wait().code == 130)
                #expect(try RunLogReader.read("\(folder)/R").end?.status == .interrupted)
            }
        }
    }

    /// Writes to a pipe until it takes no more.
    private static func fill(_ pipe: FileHandle) throws {
        let number = pipe.fileDescriptor
        let flags = fcntl(number, F_GETFL)
        _ = fcntl(number, F_SETFL, flags | O_NONBLOCK)
        while write(number, "x", 1) == 1 {}
        _ = fcntl(number, F_SETFL, flags)
    }

    @Test func `A signal while the server is asked if it is there ends with 130, too`() async throws
    {
        try await withTemporaryFolder { folder in
            // A listener that never answers.
            let socket = try SilentListener()
            let model = "{provider: openai, base-url: \"\(socket.address)\", model: toy}"
            try write(
                """
                name: t
                models: {toy: \(model)}
                tasks: [{task: arithmetic, level: 1, count: 1}]
                strategies: [{strategy: single}]
                """,
                to: "c.yaml",
                in: folder
            )
            let run = try PonderProcess(["run", "c.yaml", "--out", "R"], in: folder)
            try await socket.waitForConnection()
            run.send(SIGINT)
            let ending = try await run.wait()
            #expect(ending.code == 130)
            #expect(ending.errorLines.count == 1)
        }
    }
}
