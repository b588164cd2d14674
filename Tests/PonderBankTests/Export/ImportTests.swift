import Foundation
import PonderBank
import PonderCore
import Testing

struct ImportTests {
    /// Exports three draws, has a function change the lines, and returns the error of the import.
    private static func error(
        afterChanging change: (inout [String]) -> Void
    ) async throws -> BankError? {
        try await withTemporaryFolder { folder in
            var export = try ExportFile(path: Self.export(in: folder))
            change(&export.lines)
            let file = folder + "/changed.jsonl"
            try export.write(to: file)
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            let error = #expect(throws: BankError.self) { try target.importDraws(from: file) }
            #expect(error?.path == file)
            #expect(try target.export(to: folder + "/empty.jsonl.gz") == BankTally())
            return error
        }
    }

    /// Exports three draws of one request: header, request, three draws, end.
    private static func export(in folder: String) throws -> String {
        let source = try DrawBank(path: folder + "/source.sqlite", run: "a")
        for index in 0..<3 {
            try Sample.take(Sample.draw("\(index)"), at: Sample.address(index: index), in: source)
        }
        let file = folder + "/draws.jsonl.gz"
        try source.export(to: file)
        return file
    }

    @Test func `An uncompressed export is imported too`() async throws {
        try await withTemporaryFolder { folder in
            let export = try ExportFile(path: Self.export(in: folder))
            #expect(export.lines.count == 6)
            try export.write(to: folder + "/plain.jsonl")
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            #expect(try target.importDraws(from: folder + "/plain.jsonl").draws == 3)
        }
    }

    @Test(arguments: 0..<6)
    func `An edited line is found where it stands`(index: Int) async throws {
        let error = try await Self.error { lines in
            let last = lines[index].lastIndex(where: \.isLetter)
            #expect(last != nil)
            if let last { lines[index].replaceSubrange(last...last, with: "#") }
        }
        #expect(error?.code == .malformed)
        #expect(error?.line == index + 1)
    }

    @Test(arguments: 0..<6)
    func `A lost line is found where the next one stands`(index: Int) async throws {
        let error = try await Self.error { $0.remove(at: index) }
        #expect(error?.code == .malformed)
        #expect(error?.line == index + 1)
    }

    @Test func `Lines that changed places and lines after the end are found`() async throws {
        #expect(try await Self.error { $0.swapAt(2, 3) }?.line == 3)
        #expect(try await Self.error { $0.append($0[5]) }?.line == 7)
        #expect(try await Self.error { $0.insert($0[2], at: 3) }?.line == 4)
        #expect(try await Self.error { $0 = [] }?.line == 1)
    }

    @Test(arguments: [0.2, 0.5, 0.9])
    func `A compressed file that was cut short adds nothing`(part: Double) async throws {
        try await withTemporaryFolder { folder in
            let file = try Self.export(in: folder)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            let cut = folder + "/cut.jsonl.gz"
            try bytes.prefix(Int(Double(bytes.count) * part)).write(to: URL(fileURLWithPath: cut))
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            let error = #expect(throws: BankError.self) { try target.importDraws(from: cut) }
            #expect(error?.code == .malformed)
            #expect(error?.line != nil)
            #expect(try target.draws(at: Sample.address()).isEmpty)
        }
    }

    @Test func `A flipped bit in a compressed file adds nothing`() async throws {
        try await withTemporaryFolder { folder in
            let file = try Self.export(in: folder)
            var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            bytes[bytes.count / 2] ^= 4
            try bytes.write(to: URL(fileURLWithPath: file))
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            let error = #expect(throws: BankError.self) { try target.importDraws(from: file) }
            #expect(error?.code == .malformed)
            #expect(try target.draws(at: Sample.address()).isEmpty)
        }
    }

    @Test func `A missing export is an error that names its path`() async throws {
        try await withTemporaryFolder { folder in
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            let file = folder + "/missing.jsonl.gz"
            let error = #expect(throws: BankError.self) { try target.importDraws(from: file) }
            #expect(error?.code == .notFound)
            #expect(error?.path == file)
        }
    }

    @Test func `A draw that differs from the bank's own is a conflict, and nothing is added`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let file = try Self.export(in: folder)
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            try Sample.take(Sample.draw("other"), at: Sample.address(index: 1), in: target)
            let error = #expect(throws: BankError.self) { try target.importDraws(from: file) }
            #expect(error?.code == .conflict)
            #expect(error?.line == 4)
            #expect(try target.draws(at: Sample.address(index: 0)).isEmpty)
        }
    }

    @Test func `Failed attempts and bounds that differ are conflicts`() async throws {
        try await withTemporaryFolder { folder in
            let source = try DrawBank(path: folder + "/source.sqlite", run: "a")
            try Sample.fail(in: source)
            let attempts = folder + "/attempts.jsonl.gz"
            try source.export(to: attempts)
            let prompt = Sample.address().key.digest
            try source.recordPromptBound(5, of: prompt)
            let target = try DrawBank(path: folder + "/target.sqlite", run: "b")
            try target.importDraws(from: attempts)
            try target.recordPromptBound(6, of: prompt)
            let bounds = folder + "/bounds.jsonl.gz"
            try source.export(to: bounds)
            let second = #expect(throws: BankError.self) { try target.importDraws(from: bounds) }
            #expect(second?.code == .conflict)
            #expect(second?.line == 3)
            try Sample.fail(in: target)
            let first = #expect(throws: BankError.self) { try target.importDraws(from: attempts) }
            #expect(first?.code == .conflict)
            #expect(first?.line == 2)
        }
    }
}
