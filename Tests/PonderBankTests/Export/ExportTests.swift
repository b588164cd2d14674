import Foundation
import GRDB
import PonderBank
import PonderCore
import Testing

struct ExportTests {
    /// Fills a bank with draws of every shape.
    private static func fill(_ bank: DrawBank) throws {
        for index in 0..<4 {
            let request = Sample.request("Question \(index % 2)? \u{1F9EE}\"\n")
            let address = Sample.address(of: request, index: index)
            try Sample.fail(at: address, in: bank)
            for limit in [400, 20] {
                var draw = Sample.draw("reply \(index)", outputLimit: limit)
                draw.topLogProbabilities = 1
                let alternative = TokenLogProbability.Alternative(
                    text: "re",
                    logProbability: -.infinity
                )
                draw.reply.tokens = [
                    TokenLogProbability(
                        text: "re",
                        logProbability: -Double(index) / 3,
                        alternatives: [alternative]
                    )
                ]
                try Sample.take(draw, at: address, of: request, in: bank)
            }
            let prompt = PromptKey(model: Sample.model, request: request).digest
            try bank.recordPromptBound(index, of: prompt)
        }
        let failed = Sample.address(of: Sample.request("Nothing came back"))
        try Sample.fail(Usage(prompt: .bounded(9), output: .counted(1)), at: failed, in: bank)
        try bank.recordPromptBound(77, of: failed.key.digest)
    }

    /// Every row that a replay reads, in order.
    private static func rows(of path: String) throws -> [String] {
        try DatabaseQueue(path: path).read { database in
            let queries = [
                """
                SELECT hex(key), provider, name, revision, request
                FROM requests JOIN models ON models.id = requests.model ORDER BY key
                """,
                "SELECT hex(key), hex(stream), * FROM draws ORDER BY 1, 2, idx, output_limit",
                "SELECT hex(key), hex(stream), idx, usage FROM attempts ORDER BY 1, 2, 3, id",
                "SELECT hex(prompt), tokens FROM prompt_bounds ORDER BY prompt",
            ]
            return try queries.flatMap { query in
                try Row.fetchAll(database, sql: query).map { "\($0)" }
            }
        }
    }

    private static let everything = BankTally(requests: 2, draws: 8, attempts: 5, promptBounds: 3)

    @Test func `An exported and imported bank holds the same bytes`() async throws {
        try await withTemporaryFolder { folder in
            let source = try DrawBank(path: folder + "/source.sqlite", run: "a")
            try Self.fill(source)
            let file = folder + "/draws.jsonl.gz"
            #expect(try source.export(to: file) == Self.everything)
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            #expect(try target.importDraws(from: file) == Self.everything)
            let copied = try Self.rows(of: target.path)
            #expect(copied == (try Self.rows(of: source.path)))
            #expect(copied.count == 2 + 8 + 5 + 3)
            #expect(try target.billed(run: "a") == .zero)
        }
    }

    @Test func `Equal content gives an equal file, and a second import adds nothing`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let source = try DrawBank(path: folder + "/source.sqlite", run: "a")
            try Self.fill(source)
            let first = folder + "/first.jsonl.gz"
            let second = folder + "/second.jsonl.gz"
            try source.export(to: first)
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            try target.importDraws(from: first)
            #expect(try target.importDraws(from: first) == BankTally())
            #expect(try source.importDraws(from: first) == BankTally())
            try DrawBank(replaying: target.path).export(to: second)
            let files = try [first, second].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
            #expect(files[0] == files[1])
            #expect(files[0].starts(with: [0x1F, 0x8B]))
        }
    }

    @Test func `A selection exports its addresses and the bounds of their prompts`() async throws {
        try await withTemporaryFolder { folder in
            let source = try DrawBank(path: folder + "/source.sqlite", run: "a")
            try Self.fill(source)
            let request = Sample.request("Question 1? \u{1F9EE}\"\n")
            let address = Sample.address(of: request, index: 3)
            let failed = Sample.address(of: Sample.request("Nothing came back"))
            let file = folder + "/part.jsonl.gz"
            let part = try source.export(
                to: file,
                selection: BankSelection(addresses: [address, failed])
            )
            #expect(part == BankTally(requests: 1, draws: 2, attempts: 2, promptBounds: 1))
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            try target.importDraws(from: file)
            #expect(try target.draws(at: address) == source.draws(at: address))
            #expect(try target.failedAttempts(at: failed).count == 1)
            #expect(try target.draws(at: Sample.address(of: request, index: 1)).isEmpty)
            let more = BankSelection(addresses: [address], prompts: [failed.key.digest])
            #expect(try source.export(to: file, selection: more).promptBounds == 2)
        }
    }

    @Test func `A selected address that was never drawn is an error and leaves no file`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let source = try DrawBank(path: folder + "/source.sqlite", run: "a")
            try Self.fill(source)
            let before = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            let missing = BankSelection(addresses: [Sample.address(index: 99)])
            let error = #expect(throws: BankError.self) {
                try source.export(to: folder + "/part.jsonl.gz", selection: missing)
            }
            #expect(error?.code == .notFound)
            #expect(error?.message.contains(Sample.address(index: 99).description) == true)
            let after = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
            #expect(after == before)
        }
    }

    @Test func `The lines of an export are these`() async throws {
        try await withTemporaryFolder { folder in
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            try Sample.fail(in: bank)
            try Sample.take(in: bank)
            try bank.recordPromptBound(
                31,
                of: PromptKey(model: Sample.model, request: Sample.request()).digest
            )
            let file = folder + "/draws.jsonl.gz"
            try bank.export(to: file)
            #expect(try ExportFile(path: file).text == GoldenExport.text)
        }
    }
}
