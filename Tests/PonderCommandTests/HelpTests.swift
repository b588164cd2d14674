import Testing

@Suite(.enabled(if: PonderProcess.isBuilt, PonderProcess.notBuilt))
struct HelpTests {
    @Test(arguments: [
        "run", "report", "compare", "summary", "solve", "grade", "bank", "strategies", "tasks",
    ])
    func `A command's help is as recorded, fits 80 columns and has an example`(
        _ command: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await PonderProcess.run(command, "--help", in: folder)
            #expect(ending.code == 0)
            #expect(ending.errors.isEmpty)
            #expect(ending.output.contains("Example"))
            #expect(ending.output.contains("  ponder \(command)"))
            let usage = "USAGE: "
            let lines = ending.output.split(separator: "\n").filter { !$0.hasPrefix(usage) }
            #expect(lines.allSatisfy { $0.count <= 80 })
            try expectSnapshot(ending.output, "help-\(command).txt")
        }
    }

    @Test(arguments: [[], ["--help"], ["help"]])
    func `The program's help lists all commands`(_ arguments: [String]) async throws {
        try await withTemporaryFolder { folder in
            let ending = try await PonderProcess(arguments, in: folder).wait()
            #expect(ending.code == 0)
            try expectSnapshot(ending.output, "help.txt")
        }
    }
}
