import Foundation
import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct SummaryTests {
    private static let keys: Set = [
        "model", "task", "strategy", "settings", "problems", "accuracy", "accuracyLow",
        "accuracyHigh", "estimator", "outputTokensPerProblem", "totalTokensPerProblem",
        "callsPerProblem", "costUSDPerProblem", "flopsPerProblem", "modelledSecondsPerProblem",
        "oracle", "oracleDraws", "oracleUse", "minimumDetectableDifference", "outcomes",
    ]

    @Test func `Summary prints the bytes of summary.json, with all promised keys`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                try write(ToyRun.config(server), to: "c.yaml", in: folder)
                _ = try await PonderProcess.run("run", "c.yaml", "--out", "R", in: folder)
                let ending = try await PonderProcess.run(
                    "summary",
                    "R",
                    "--format",
                    "json",
                    in: folder
                )
                #expect(ending.code == 0)
                #expect(ending.output == (try read("R/summary.json", in: folder)))
                let rows = try #require(
                    JSONSerialization.jsonObject(with: Data(ending.output.utf8))
                        as? [[String: Any]]
                )
                #expect(rows.count == 2)
                for row in rows { #expect(Self.keys.isSubset(of: row.keys)) }
                #expect(rows.map { $0["strategy"] as? String } == ["single", "self-consistency"])
            }
        }
    }

    @Test func `Two runs are compared and reported together`() async throws {
        try await withTemporaryFolder { folder in
            try await withToyServer { server, _ in
                for (name, seed) in [("A", "7"), ("B", "8")] {
                    let config = ToyRun.config(server)
                        .replacing("seed: 7", with: "seed: \(seed)")
                    try write(config, to: "c.yaml", in: folder)
                    let run = try await PonderProcess.run(
                        "run",
                        "c.yaml",
                        "--out",
                        name,
                        in: folder
                    )
                    #expect(run.code == 0)
                }
                let text = try await PonderProcess.run("compare", "A", "B", in: folder)
                #expect(text.code == 0)
                #expect(text.output.contains("self-consistency"))
                let json = try await PonderProcess.run(
                    "compare",
                    "A",
                    "B",
                    "--format",
                    "json",
                    in: folder
                )
                #expect(json.code == 0)
                #expect(throws: Never.self) {
                    try JSONSerialization.jsonObject(with: Data(json.output.utf8))
                }
                let report = try await PonderProcess.run(
                    "report",
                    "A",
                    "B",
                    "--out",
                    "both.html",
                    in: folder
                )
                #expect(report.output == "both.html\nboth.md\nboth.svg\n")
                #expect(try read("both.html", in: folder).contains("</html>"))
                let lost = try await PonderProcess.run(
                    "report",
                    "A",
                    "--out",
                    "no/x.html",
                    in: folder
                )
                #expect(lost.code == 1)
                #expect(
                    lost.errors
                        == "error: no/x.html: cannot be written: No such file or directory\n"
                )
            }
        }
    }
}
