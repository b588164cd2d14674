import Foundation
import PonderBank
import PonderCore
import Testing

/// Exports whose checks were computed anew after somebody edited them.
struct ForgedImportTests {
    /// A change of the golden export: a text, what replaces it, and where an import must stop.
    struct Forgery: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var old: String
        var new: String
        var code: BankError.Code = .malformed
        var line: Int
    }

    static let forgeries = [
        Forgery(testDescription: "other file", old: "ponder-draws", new: "ponder-pools", line: 1),
        Forgery(
            testDescription: "later version",
            old: "\"version\":1",
            new: "\"version\":2",
            code: .newerVersion,
            line: 1
        ),
        Forgery(testDescription: "no header", old: "\"header\"", new: "\"footer\"", line: 1),
        Forgery(testDescription: "other question", old: "6 times 7", new: "6 times 8", line: 2),
        Forgery(testDescription: "other model", old: "parrot", new: "magpie", line: 2),
        Forgery(
            testDescription: "negative usage",
            old: "\"value\":90",
            new: "\"value\":-90",
            line: 3
        ),
        Forgery(
            testDescription: "unknown record",
            old: "\"attempts\":{\"i",
            new: "\"a\":{\"i",
            line: 3
        ),
        Forgery(
            testDescription: "limit of zero",
            old: "\"outputLimit\":400",
            new: "\"outputLimit\":0",
            line: 4
        ),
        Forgery(
            testDescription: "bad hash",
            old: "\"prompt\":\"d1",
            new: "\"prompt\":\"D1",
            line: 5
        ),
        Forgery(
            testDescription: "negative bound",
            old: "\"tokens\":31",
            new: "\"tokens\":-31",
            line: 5
        ),
        Forgery(testDescription: "other tally", old: "\"draws\":1", new: "\"draws\":2", line: 6),
    ]

    /// Writes lines with the right checks and returns the error of importing them.
    private static func error(importing lines: [String]) async throws -> BankError? {
        try await withTemporaryFolder { folder in
            var checks = CheckedLine()
            let file = folder + "/forged.jsonl"
            let bytes = lines.flatMap { checks.line(of: $0) }
            try Data(bytes).write(to: URL(fileURLWithPath: file))
            let bank = try DrawBank(path: folder + "/bank.sqlite", run: "a")
            do {
                try bank.importDraws(from: file)
                return nil
            } catch let error as BankError {
                let left = try bank.export(to: folder + "/empty.jsonl.gz")
                #expect(left == BankTally())
                return error
            }
        }
    }

    /// The objects of the golden export, without their checks.
    private static var objects: [String] {
        GoldenExport.text.split(separator: "\n").map { line in
            "{" + line.dropFirst(#"{"check":"0123456789abcdef","#.count)
        }
    }

    @Test func `A file with checks computed anew is imported if it is right`() async throws {
        let error = try await Self.error(importing: Self.objects)
        #expect(error == nil)
    }

    @Test(arguments: forgeries)
    func `A record that cannot be is found where it stands`(forgery: Forgery) async throws {
        let changed = Self.objects.map {
            $0.replacingOccurrences(of: forgery.old, with: forgery.new)
        }
        #expect(changed[forgery.line - 1] != Self.objects[forgery.line - 1])
        let error = try await Self.error(importing: changed)
        #expect(error?.code == forgery.code)
        #expect(error?.line == forgery.line)
    }

    @Test func `A draw without its request and a second header are found`() async throws {
        var orphan = Self.objects
        orphan.remove(at: 1)
        #expect(try await Self.error(importing: orphan)?.line == 3)
        var repeated = Self.objects
        repeated.insert(repeated[0], at: 1)
        #expect(try await Self.error(importing: repeated)?.line == 2)
    }
}
