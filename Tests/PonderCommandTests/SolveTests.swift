import Foundation
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct SolveTests {
    private func solve(
        _ server: ToyServer,
        _ arguments: String...,
        in folder: String
    ) async throws -> PonderProcess.Ending {
        let base = [
            "solve", "What is 17 + 25?", "--base-url", server.address, "--model", "toy",
            "--dialect",
            "llama.cpp",
        ]
        return try await PonderProcess(base + arguments, in: folder).wait()
    }

    private func json(_ text: String) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func `JSON holds the answer, its confidence, the end, the usage and the candidates`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let ending = try await solve(
                    server,
                    "--strategy",
                    "self-consistency",
                    "--draws",
                    "8",
                    "--max-output-tokens",
                    "2000",
                    "--max-reply-tokens",
                    "100",
                    "--format",
                    "json",
                    in: folder
                )
                #expect(ending.code == 0)
                #expect(ending.errors.isEmpty)
                let object = try json(ending.output)
                let keys: Set = [
                    "answer", "confidence", "stop", "usage", "usageByRole", "candidates",
                ]
                #expect(Set(object.keys) == keys)
                #expect(object["answer"] as? String == "42")
                #expect(object["stop"] as? String == "finished")
                let candidates = try #require(object["candidates"] as? [[String: Any]])
                #expect(candidates.count == 8)
                let right = candidates.count { $0["answer"] as? String == "42" }
                #expect(object["confidence"] as? Double == Double(right) / 8)
                #expect(candidates.allSatisfy { $0["text"] is String })
                #expect(candidates.allSatisfy { ($0["answer"] == nil) != ($0["noAnswer"] == nil) })
                let usage = try #require(object["usage"] as? [String: Any])
                #expect(
                    Set(usage.keys) == [
                        "calls", "costUSD", "distinctPromptTokens", "outputTokens", "promptTokens",
                        "reasoningTokens", "totalTokens",
                    ]
                )
                #expect(try ToyRun.number(usage, "calls") == 8)
                #expect(server.received == 8)
            }
        }
    }

    @Test func `Text shows each draw on standard error and the answer alone on standard output`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let ending = try await solve(
                    server,
                    "--draws",
                    "8",
                    "--max-reply-tokens",
                    "100",
                    in: folder
                )
                #expect(ending.code == 0)
                #expect(ending.output.hasPrefix("42\n  confidence "))
                #expect(ending.errorLines.filter { $0.hasPrefix("draw ") }.count == 8)
                #expect(ending.errors.contains("best so far: 42"))
            }
        }
    }

    @Test func `A verifier's scores are shown`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let ending = try await solve(
                    server,
                    "--strategy",
                    "best-of-n",
                    "--draws",
                    "3",
                    "--set",
                    "verifier=mean-log-probability",
                    "--format",
                    "json",
                    in: folder
                )
                #expect(ending.code == 0)
                let candidates = try #require(
                    json(ending.output)["candidates"] as? [[String: Any]]
                )
                let scores = candidates.compactMap { $0["score"] as? Double }
                #expect(!scores.isEmpty)
                #expect(scores.allSatisfy { abs($0 - exp(-0.25)) < 1e-9 })
            }
        }
    }

    @Test func `The budget holds: calls that do not fit are not made`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let ending = try await solve(
                    server,
                    "--draws",
                    "50",
                    "--max-output-tokens",
                    "100",
                    "--max-reply-tokens",
                    "40",
                    "--format",
                    "json",
                    in: folder
                )
                let object = try json(ending.output)
                #expect(object["stop"] as? String == "budget")
                #expect((1...100).contains(try ToyRun.number(object, "usage", "outputTokens")))
                #expect(server.received < 50)
            }
        }
    }

    @Test func `Concurrency is kept`() async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.answers = 0
            try await withToyServer(conduct) { server, _ in
                let process = try PonderProcess(
                    [
                        "solve", "What is 17 + 25?", "--base-url", server.address, "--model", "toy",
                        "--draws", "30", "--concurrency", "20", "--max-reply-tokens", "40",
                    ],
                    in: folder
                )
                await server.waitForCalls(20)
                process.send(SIGINT)
                #expect(try await process.wait().code == 130)
                #expect(server.received == 20)
            }
        }
    }

    @Test func `Ctrl-C ends with the best answer so far and 130`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                server.conduct.answers = 6
                let process = try PonderProcess(
                    [
                        "solve", "What is 17 + 25?", "--base-url", server.address, "--model", "toy",
                        "--dialect", "llama.cpp", "--draws", "30", "--set", "width=3", "--format",
                        "json",
                    ],
                    in: folder
                )
                await server.waitForCalls(9)
                process.send(SIGINT)
                let ending = try await process.wait()
                #expect(ending.code == 130)
                let object = try json(ending.output)
                #expect(object["stop"] as? String == "cancelled")
                #expect(object["answer"] is String)
                #expect((object["candidates"] as? [Any])?.count == 6)
            }
        }
    }

    @Test func `A deadline ends a search, with no answer if there is none`() async throws {
        try await withTemporaryFolder { folder in
            var conduct = ToyServer.Conduct()
            conduct.answers = 0
            try await withToyServer(conduct) { server, _ in
                let ending = try await solve(
                    server,
                    "--time-limit",
                    "0.2",
                    "--format",
                    "json",
                    in: folder
                )
                #expect(ending.code == 1)
                let object = try json(ending.output)
                #expect(object["stop"] as? String == "deadline")
                #expect(object["answer"] is NSNull)
            }
        }
    }

    @Test func `No answer is an answer of its kind and exit code 1`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                let ending = try await solve(
                    server,
                    "--strategy",
                    "single",
                    "--max-reply-tokens",
                    "1",
                    "--format",
                    "json",
                    in: folder
                )
                #expect(ending.code == 1)
                let object = try json(ending.output)
                #expect(object["answer"] is NSNull)
                #expect(object["noAnswer"] as? String == "truncated")
            }
        }
    }
}
