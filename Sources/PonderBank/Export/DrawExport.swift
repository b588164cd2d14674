import Foundation
import GRDB
import PonderCore

/// One export under way: writes records in the order of their keys and counts them.
struct DrawExport {
    let path: String
    let database: Database
    let writer: GzipWriter

    private var lines = CheckedLine()
    private var tally = BankTally()
    private var prompts: Set<Digest> = []

    init(path: String, database: Database, writer: GzipWriter) {
        self.path = path
        self.database = database
        self.writer = writer
    }

    /// Writes the whole file.
    mutating func run(_ selection: BankSelection?) throws -> BankTally {
        try write(.header(format: ExportRecord.format, version: ExportRecord.version))
        if let selection {
            prompts = selection.prompts
            try writeDraws(at: selection.addresses)
            try writeBounds(of: prompts)
        } else {
            try writeAllDraws()
            try writeBounds(of: nil)
        }
        try write(.end(tally: tally))
        return tally
    }

    private mutating func writeAllDraws() throws {
        let sql = """
            SELECT key, stream, idx FROM draws UNION SELECT key, stream, idx FROM attempts
            ORDER BY key, stream, idx
            """
        let rows = try Row.fetchCursor(database, sql: sql)
        var lastKey: Digest?
        while let row = try rows.next() {
            let key = try digest(row.decode(Data.self, atIndex: 0))
            let stream = try digest(row.decode(Data.self, atIndex: 1))
            let index = try row.decode(Int.self, atIndex: 2)
            if key != lastKey { try writeRequest(key) }
            lastKey = key
            try writeAddress(key: key, stream: stream, index: index)
        }
    }

    private mutating func writeDraws(at addresses: Set<DrawAddress>) throws {
        let sorted = addresses.sorted {
            ($0.key.digest, $0.stream.digest, $0.index) < (
                $1.key.digest, $1.stream.digest, $1.index
            )
        }
        var lastKey: Digest?
        for address in sorted {
            let key = address.key.digest
            if key != lastKey { try writeRequest(key) }
            lastKey = key
            let isThere = try writeAddress(
                key: key,
                stream: address.stream.digest,
                index: address.index
            )
            guard isThere else {
                let message = "draw \(address) was never taken; export what the run has used"
                throw BankError(.notFound, path: path, message)
            }
        }
    }

    /// Writes the request of a key, which is missing where every attempt failed.
    private mutating func writeRequest(_ key: Digest) throws {
        let row = try StoredRequest.row(key: Data(key.bytes), in: database, path: path)
        guard let row else { return }
        let text = key.description
        try write(.request(key: text, model: row.model, request: row.request))
        prompts.insert(PromptKey(model: row.model, request: row.request).digest)
        tally.requests += 1
    }

    /// Writes the attempts and draws of an address.
    ///
    /// - Returns: whether there are any.
    @discardableResult
    private mutating func writeAddress(key: Digest, stream: Digest, index: Int) throws -> Bool {
        let place = AddressColumns(key: key, stream: stream, index: index)
        let keyText = key.description
        let streamText = stream.description
        let attempts = try StoredAttempts.rows(at: place, in: database)
        if !attempts.usages.isEmpty {
            let usages = try attempts.decoded(path: path)
            try write(.attempts(key: keyText, stream: streamText, index: index, usages: usages))
            tally.attempts += usages.count
        }
        let rows = try StoredDraw.rows(at: place, in: database)
        for row in rows {
            let draw = try row.decoded(path: path, address: "\(keyText.prefix(12))#\(index)")
            try write(.draw(key: keyText, stream: streamText, index: index, draw: draw))
            tally.draws += 1
        }
        return !rows.isEmpty || !attempts.usages.isEmpty
    }

    /// Writes the bounds of some prompts, those of them that are recorded, or of all.
    private mutating func writeBounds(of prompts: Set<Digest>?) throws {
        let sql = "SELECT prompt, tokens FROM prompt_bounds ORDER BY prompt"
        let rows = try Row.fetchCursor(database, sql: sql)
        while let row = try rows.next() {
            let prompt = try digest(row.decode(Data.self, atIndex: 0))
            guard prompts?.contains(prompt) ?? true else { continue }
            let tokens = try row.decode(Int.self, atIndex: 1)
            try write(.bound(prompt: prompt.description, tokens: tokens))
            tally.promptBounds += 1
        }
    }

    private mutating func write(_ record: ExportRecord) throws {
        try writer.write(line: lines.line(of: try BankJSON.text(of: record)))
    }

    private func digest(_ data: Data) throws -> Digest {
        guard let digest = Digest(bytes: Array(data)) else {
            throw BankError(.damaged, path: path, BankError.damagedAdvice)
        }
        return digest
    }
}
