import Foundation
import GRDB
import PonderCore

/// One import under way: checks every line and adds what is new, inside the caller's transaction.
struct DrawImport {
    let file: String
    let reader: GzipLineReader
    let database: Database

    private var lines = CheckedLine()
    private var seen = BankTally()
    private var added = BankTally()
    private var key: Data?

    init(file: String, reader: GzipLineReader, database: Database) {
        self.file = file
        self.reader = reader
        self.database = database
    }

    /// Reads the whole file.
    ///
    /// - Returns: what was new.
    mutating func run() throws -> BankTally {
        guard case .header(let format, let version)? = try next() else {
            throw problem(.malformed, "the first line is no header; name a file of exported draws")
        }
        guard format == ExportRecord.format else {
            throw problem(.malformed, "'\(format)' is not '\(ExportRecord.format)'")
        }
        guard version == ExportRecord.version else {
            throw problem(.newerVersion, "format version \(version) is unknown; use a newer ponder")
        }
        while let record = try next() {
            if case .end(let tally) = record {
                guard tally == seen else {
                    throw problem(.malformed, "the counts differ from what came before")
                }
                guard try reader.next() == nil else {
                    throw problem(.malformed, "there are lines after the end")
                }
                return added
            }
            try add(record)
        }
        throw problem(
            .malformed,
            "the file was cut before its end; fetch it again",
            line: reader.line + 1
        )
    }

    private mutating func add(_ record: ExportRecord) throws {
        switch record {
        case .request(let key, let model, let request):
            try addRequest(key: key, StoredRequest(request, to: model))
        case .attempts(let key, let stream, let index, let usages):
            try addAttempts(usages, at: place(key, stream, index))
        case .draw(let key, let stream, let index, let draw):
            try addDraw(draw, at: place(key, stream, index))
        case .bound(let prompt, let tokens):
            try addBound(tokens, of: digest(prompt))
        case .header, .end:
            throw problem(.malformed, "there is a second header")
        }
    }

    private mutating func addRequest(key text: String, _ row: StoredRequest) throws {
        let key = DrawKey(model: row.model, request: row.request)
        guard key.description == text else {
            throw problem(.malformed, "the request's key is \(key), not \(text)")
        }
        let data = Data(key.digest.bytes)
        self.key = data
        seen.requests += 1
        if try row.insert(key: data, into: database) { added.requests += 1 }
    }

    private mutating func addAttempts(_ usages: [Usage], at place: AddressColumns) throws {
        guard usages.allSatisfy(isSound) else {
            throw problem(.malformed, "a number of tokens is negative")
        }
        let rows = StoredAttempts(usages: try usages.map { try BankJSON.text(of: $0) })
        seen.attempts += usages.count
        let present = try StoredAttempts.rows(at: place, in: database)
        guard present.usages.isEmpty || present == rows else { throw conflict("failed attempts") }
        guard present.usages.isEmpty else { return }
        try rows.append(at: place, in: database)
        added.attempts += usages.count
    }

    private mutating func addDraw(_ draw: RecordedDraw, at place: AddressColumns) throws {
        guard place.key == key else {
            throw problem(.malformed, "the draw does not follow its request")
        }
        guard draw.outputLimit >= 1, draw.topLogProbabilities ?? 0 >= 0, isSound(draw.reply.usage)
        else {
            throw problem(.malformed, "a limit or a number of tokens is out of range")
        }
        let row = try StoredDraw(draw)
        seen.draws += 1
        if try row.insert(at: place, into: database) {
            added.draws += 1
        } else {
            let present = try StoredDraw.rows(at: place, in: database)
            guard present.contains(row) else { throw conflict("a draw") }
        }
    }

    private mutating func addBound(_ tokens: Int, of prompt: Digest) throws {
        guard tokens >= 0 else { throw problem(.malformed, "a bound is negative") }
        seen.promptBounds += 1
        let data = Data(prompt.bytes)
        let insert = "INSERT INTO prompt_bounds VALUES (?, ?) ON CONFLICT DO NOTHING"
        try database.cachedStatement(sql: insert).execute(arguments: [data, tokens])
        guard database.changesCount == 0 else {
            added.promptBounds += 1
            return
        }
        let select = "SELECT tokens FROM prompt_bounds WHERE prompt = ?"
        let statement = try database.cachedStatement(sql: select)
        guard try Int.fetchOne(statement, arguments: [data]) == tokens else {
            throw conflict("the bound of a prompt")
        }
    }

    // MARK: - Lines and their parts

    private mutating func next() throws -> ExportRecord? {
        guard let line = try reader.next() else { return nil }
        guard let object = lines.object(of: line) else {
            let message = "the line is not as it was written, or lines before it are missing"
            throw problem(.malformed, message + "; fetch the file again")
        }
        do {
            return try BankJSON.value(ExportRecord.self, from: object)
        } catch {
            let message = "the line holds no record of this version"
            throw problem(.malformed, message, underlying: "\(error)")
        }
    }

    private func place(_ key: String, _ stream: String, _ index: Int) throws -> AddressColumns {
        guard index >= 0 else { throw problem(.malformed, "the index \(index) is negative") }
        return AddressColumns(key: try digest(key), stream: try digest(stream), index: index)
    }

    private func digest(_ text: String) throws -> Digest {
        let digits = text.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
            UInt8(digits[$0] << 4 | digits[$0 + 1])
        }
        guard let digest = Digest(bytes: bytes), digest.description == text else {
            throw problem(.malformed, "'\(text)' is not a hash")
        }
        return digest
    }

    private func isSound(_ usage: Usage) -> Bool {
        [usage.prompt, usage.cachedPrompt, usage.output, usage.reasoning]
            .allSatisfy { $0.value >= 0 }
    }

    private func conflict(_ what: String) -> BankError {
        let message = "the bank holds \(what) that differs; import into a new bank"
        return problem(.conflict, message)
    }

    private func problem(
        _ code: BankError.Code,
        _ message: String,
        line: Int? = nil,
        underlying: String? = nil
    ) -> BankError {
        BankError(
            code,
            path: file,
            line: line ?? max(reader.line, 1),
            message,
            underlying: underlying
        )
    }
}
