import Foundation
import GRDB
import PonderBank
import PonderCore
import Testing

struct BankFileTests {
    /// The error of opening a path for recording and for replay.
    private static func codes(of path: String) -> [BankError.Code?] {
        let recording = #expect(throws: BankError.self) { try DrawBank(path: path, run: "a") }
        let replaying = #expect(throws: BankError.self) { try DrawBank(replaying: path) }
        for error in [recording, replaying] { #expect(error?.path == path) }
        return [recording?.code, replaying?.code]
    }

    private static func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: path))
    }

    @Test(arguments: ["", "not a database, but text that is long enough to hold a header: ......"])
    func `A file that is no database is refused and left as it is`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/notes.txt"
            let content = Data((text + String(repeating: "x", count: text.isEmpty ? 0 : 4096)).utf8)
            try content.write(to: URL(fileURLWithPath: path))
            #expect(Self.codes(of: path) == [.notABank, .notABank])
            #expect(try Self.bytes(path) == content)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
        }
    }

    @Test func `Another program's database is refused and left as it is`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/other.sqlite"
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "CREATE TABLE draws (key BLOB)") }
            try queue.close()
            let content = try Self.bytes(path)
            #expect(Self.codes(of: path) == [.notABank, .notABank])
            #expect(try Self.bytes(path) == content)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["other.sqlite"])
        }
    }

    @Test func `A bank of a newer version is refused and left as it is`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            try DrawBank(path: path, run: "a").close()
            let queue = try DatabaseQueue(path: path)
            try queue.write { try $0.execute(sql: "PRAGMA user_version = 1000") }
            try queue.close()
            let content = try Self.bytes(path)
            #expect(Self.codes(of: path) == [.newerVersion, .newerVersion])
            #expect(try Self.bytes(path) == content)
        }
    }

    @Test func `A closed bank is one file, whose header says what it is`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            try DrawBank(path: path, run: "a").close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["bank.sqlite"])
            let header = try DatabaseQueue(path: path).read { database in
                try ["application_id", "user_version", "journal_mode"].map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
            }
            #expect(header == ["1346650699", "1", "wal"])
        }
    }

    @Test func `A replay of a missing bank names the path and creates nothing`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/missing.sqlite"
            let error = #expect(throws: BankError.self) { try DrawBank(replaying: path) }
            #expect(error?.code == .notFound)
            #expect(error?.description.hasPrefix(path + ": ") == true)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names.isEmpty)
        }
    }

    @Test func `A bank in a missing folder is an error that names the path`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/missing/bank.sqlite"
            #expect(Self.codes(of: path) == [.inputOutput, .notFound])
        }
    }

    @Test func `A replayed bank cannot be written`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            try DrawBank(path: path, run: "a").close()
            let bank = try DrawBank(replaying: path)
            let errors = [
                #expect(throws: BankError.self) { try Sample.take(in: bank) },
                #expect(throws: BankError.self) { try bank.settleAbandonedEntries(of: "a") },
                #expect(throws: BankError.self) {
                    try bank.recordPromptBound(1, of: Sample.address().key.digest)
                },
            ]
            #expect(errors.map { $0?.code } == [.readOnly, .readOnly, .readOnly])
        }
    }

    @Test func `A damaged reply is an error that names the draw`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/bank.sqlite"
            let bank = try DrawBank(path: path, run: "a")
            try Sample.take(in: bank)
            try DatabaseQueue(path: path).write {
                try $0.execute(sql: "UPDATE draws SET reply = '{'")
            }
            let error = #expect(throws: BankError.self) { try bank.draws(at: Sample.address()) }
            #expect(error?.code == .damaged)
            #expect(error?.message.contains(Sample.address().description) == true)
        }
    }

    @Test func `A path that SQLite would take for something else is a plain file`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/file:a?b#c%20:memory:"
            let bank = try DrawBank(path: path, run: "a")
            try Sample.take(in: bank)
            try bank.close()
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(try DrawBank(replaying: path).draws(at: Sample.address()).count == 1)
        }
    }
}
