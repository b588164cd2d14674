import Foundation
import PonderCore
import PonderRecord
import Testing

struct RunLogReaderTests {
    /// Reads a log of these records, followed by these bytes.
    private func read(_ records: [RunRecord], then tail: String = "") async throws -> RunLog {
        try await withTemporaryFolder { folder in
            let writer = try RunLogWriter(folder: folder)
            for record in records { try writer.append(record) }
            writer.close()
            let url = URL(fileURLWithPath: writer.path)
            try (Data(contentsOf: url) + Data(tail.utf8)).write(to: url)
            return try RunLogReader.read(folder)
        }
    }

    /// The error that reading these records and bytes ends in.
    private func error(_ records: [RunRecord], then tail: String = "") async throws -> RecordError {
        try await #require(throws: RecordError.self) {
            try await read(records, then: tail)
        }
    }

    @Test func `a half line at the end is not read`() async throws {
        let log = try await read(SampleRun.records, then: "{\"kind\":\"end\",\"data\":{\"sta")
        #expect(log.end == EndRecord(status: .complete))
        #expect(log.results.count == 2)
    }

    @Test func `a whole line without its end does not count`() async throws {
        let log = try await read(
            [.header(SampleRun.header)],
            then: "{\"kind\":\"end\",\"data\":{\"status\":\"complete\"}}"
        )
        #expect(log.end == nil)
    }

    @Test func `kinds of a later version are skipped`() async throws {
        let log = try await read(
            [.header(SampleRun.header)],
            then: "{\"kind\":\"weather\",\"data\":{\"sun\":1}}\n"
        )
        #expect(log.header == SampleRun.header)
    }

    @Test func `a malformed whole line is an error with path and line`() async throws {
        let error = try await error([.header(SampleRun.header)], then: "{\"kind\":\"end\"}\n")
        #expect(error.code == .malformed)
        #expect(error.line == 2)
        #expect(error.path.hasSuffix("/run.jsonl"))
        #expect(error.message.contains("'data'"))
        #expect(error.description.hasPrefix("\(error.path):2: "))
    }

    @Test func `a log that does not begin with a header is refused`() async throws {
        let error = try await error([.result(SampleRun.result())])
        #expect(error.code == .malformed)
        #expect(error.line == 1)
    }

    @Test(arguments: ["ponder.run/2.0", "ponder.run/10.1", "other/1.0", "ponder.run", ""])
    func `another major version is refused before its header is read`(schema: String) async throws {
        let error = try await error(
            [],
            then: "{\"kind\":\"header\",\"data\":{\"schema\":\"\(schema)\"}}\n"
        )
        #expect(error.code == .unsupportedVersion)
        #expect(error.message.contains("'\(schema)'"))
    }

    @Test func `a later minor version is read`() async throws {
        var header = SampleRun.header
        header.schema = "ponder.run/1.7"
        #expect(try await read([.header(header)]).header.schema == "ponder.run/1.7")
    }

    @Test func `an empty log and a missing one are not found`() async throws {
        #expect(try await error([]).code == .notFound)
        let missing = try #require(throws: RecordError.self) {
            try RunLogReader.read("/no/such/folder")
        }
        #expect(missing.code == .notFound)
    }

    @Test func `the last result of a row, problem and epoch counts`() async throws {
        let log = try await read([
            .header(SampleRun.header),
            .result(SampleRun.result(answer: "1")),
            .result(SampleRun.result(epoch: 1, answer: "2")),
            .result(SampleRun.result(answer: "3")),
        ])
        #expect(log.results.map(\.answer) == ["3", "2"])
    }

    @Test func `results come by row, epoch and index however they were written`() async throws {
        let results = [
            SampleRun.result(row: 1, problem: "b", index: 1),
            SampleRun.result(row: 0, problem: "b", index: 1, epoch: 1),
            SampleRun.result(row: 0, problem: "c", index: 2),
            SampleRun.result(row: 0, problem: "a", index: 0),
        ]
        let log = try await read([.header(SampleRun.header)] + results.map(RunRecord.result))
        #expect(log.results == [results[3], results[2], results[1], results[0]])
    }

    @Test func `an end followed by more records is not the end`() async throws {
        let log = try await read(SampleRun.records + [.result(SampleRun.result())])
        #expect(log.end == nil)
    }

    @Test func `a second header must have the same config`() async throws {
        let again = [RunRecord.header(SampleRun.header), .header(SampleRun.header)]
        #expect(try await read(again).header == SampleRun.header)
        var other = SampleRun.header
        other.configDigest = "decaf"
        let error = try await error([.header(SampleRun.header), .header(other)])
        #expect(error.line == 2)
    }

    @Test func `a result must belong to a row and agree with itself`() async throws {
        func flawed(_ change: (inout ResultRecord) -> Void) -> [RunRecord] {
            var result = SampleRun.result()
            change(&result)
            return [.header(SampleRun.header), .result(result)]
        }
        #expect(try await error(flawed { $0.row = 2 }).message.contains("row 2"))
        #expect(try await error(flawed { $0.correct = 4 }).message.contains("3 replays"))
        #expect(try await error(flawed { $0.replays = 0 }).message.contains("a replay"))
        #expect(try await error(flawed { $0.outcomes = [:] }).message.contains("add up"))
        #expect(try await error(flawed { $0.candidates = -1 }).message.contains("negative"))
        #expect(
            try await error(flawed { $0.charged[.policy]?.outputTokens = .max }).message
                .contains("large")
        )
    }

    @Test func `the log of schema 1_0 stays readable`() throws {
        let url = try #require(
            Bundle.module.url(forResource: "Fixtures/run-1.0", withExtension: "jsonl")
        )
        let log = try RunLogReader.read(url.path)
        #expect(log.header == SampleRun.header)
        #expect(log.pools == [SampleRun.pool])
        #expect(log.calls == [SampleRun.call])
        #expect(log.traces == [SampleRun.trace])
        #expect(log.results == [SampleRun.result(), SampleRun.result(row: 1, answer: "41")])
        #expect(log.end == EndRecord(status: .complete))
    }
}
