import Foundation
import PonderRecord
import Testing

struct RunLogWriterTests {
    @Test func `what is appended reads back the same`() async throws {
        try await withTemporaryFolder { folder in
            let out = folder + "/new/deep"
            try await RunLogWriter.withWriter(folder: out) { writer in
                #expect(writer.isNew)
                for record in SampleRun.records { try writer.append(record) }
            }
            let log = try RunLogReader.read(out)
            #expect(log.header == SampleRun.header)
            #expect(log.pools == [SampleRun.pool])
            #expect(log.calls == [SampleRun.call])
            #expect(log.traces == [SampleRun.trace])
            #expect(log.results == [SampleRun.result(), SampleRun.result(row: 1, answer: "41")])
            #expect(log.end == EndRecord(status: .complete))
        }
    }

    @Test func `each record is one line with sorted keys`() async throws {
        try await withTemporaryFolder { folder in
            let writer = try RunLogWriter(folder: folder)
            try writer.append(.end(EndRecord(status: .interrupted, message: "a\nb/c")))
            try writer.append(.end(EndRecord(status: .complete)))
            writer.close()
            let text = try String(contentsOfFile: writer.path, encoding: .utf8)
            #expect(
                text == """
                    {"data":{"message":"a\\nb/c","status":"interrupted"},"kind":"end"}
                    {"data":{"status":"complete"},"kind":"end"}

                    """
            )
        }
    }

    @Test(arguments: ["{\"kind\":\"res", "x", String(repeating: "y", count: 200_000)])
    func `a half line at the end is cut off before anything is appended`(tail: String) async throws
    {
        try await withTemporaryFolder { folder in
            let first = try RunLogWriter(folder: folder)
            try first.append(.header(SampleRun.header))
            first.close()
            let whole = try Data(contentsOf: URL(fileURLWithPath: first.path))
            try (whole + Data(tail.utf8)).write(to: URL(fileURLWithPath: first.path))
            let second = try RunLogWriter(folder: folder)
            #expect(!second.isNew)
            #expect(try Data(contentsOf: URL(fileURLWithPath: first.path)) == whole)
            try second.append(.result(SampleRun.result()))
            second.close()
            #expect(try RunLogReader.read(folder).results == [SampleRun.result()])
        }
    }

    @Test func `a log that holds only a half line is new again`() async throws {
        try await withTemporaryFolder { folder in
            try Data("{\"kind\":".utf8)
                .write(to: URL(fileURLWithPath: folder + "/" + RunLog.fileName))
            let writer = try RunLogWriter(folder: folder)
            defer { writer.close() }
            #expect(writer.isNew)
            #expect(try Data(contentsOf: URL(fileURLWithPath: writer.path)).isEmpty)
        }
    }

    @Test func `a folder that somebody writes to is refused by name until they are done`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let first = try RunLogWriter(folder: folder)
            let error = try #require(throws: RecordError.self) {
                _ = try RunLogWriter(folder: folder)
            }
            #expect(error.code == .locked)
            #expect(error.path == folder)
            first.close()
            first.close()
            let second = try RunLogWriter(folder: folder)
            second.close()
        }
    }

    @Test func `a folder that cannot be made is an error with its path`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/file"
            try Data().write(to: URL(fileURLWithPath: path))
            let error = try #require(throws: RecordError.self) {
                _ = try RunLogWriter(folder: path + "/out")
            }
            #expect(error.code == .inputOutput)
            #expect(error.path == path + "/out")
        }
    }

    @Test func `lines of many tasks do not mix`() async throws {
        try await withTemporaryFolder { folder in
            let writer = try RunLogWriter(folder: folder)
            try writer.append(.header(SampleRun.header))
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<8 {
                    group.addTask {
                        for index in 0..<50 {
                            let result = SampleRun.result(
                                problem: "\(task)-\(index)",
                                index: task * 50 + index
                            )
                            try writer.append(.result(result))
                        }
                    }
                }
                try await group.waitForAll()
            }
            writer.close()
            #expect(try RunLogReader.read(folder).results.map(\.index) == Array(0..<400))
        }
    }

    @Test func `a record that JSON cannot hold is refused and leaves no trace`() async throws {
        try await withTemporaryFolder { folder in
            let writer = try RunLogWriter(folder: folder)
            defer { writer.close() }
            var result = SampleRun.result()
            result.confidence = .nan
            let error = try #require(throws: RecordError.self) {
                try writer.append(.result(result))
            }
            #expect(error.code == .malformed)
            #expect(try Data(contentsOf: URL(fileURLWithPath: writer.path)).isEmpty)
        }
    }
}
