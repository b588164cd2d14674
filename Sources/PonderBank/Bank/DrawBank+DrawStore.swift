import Foundation
import GRDB
public import PonderCore

extension DrawBank {
    /// Returns the recorded draws of an address, one per output limit, in rising order of limits.
    ///
    /// - Complexity: one look-up in an index.
    /// - Throws: ``BankError``.
    public func draws(at address: DrawAddress) throws -> [RecordedDraw] {
        let rows = try read { try StoredDraw.rows(at: AddressColumns(address), in: $0) }
        return try rows.map { try $0.decoded(path: path, address: address.description) }
    }

    /// Returns what every failed attempt at an address used, in the order they were recorded.
    ///
    /// - Complexity: one look-up in an index.
    /// - Throws: ``BankError``.
    public func failedAttempts(at address: DrawAddress) throws -> [Usage] {
        let rows = try read { try StoredAttempts.rows(at: AddressColumns(address), in: $0) }
        return try rows.decoded(path: path)
    }

    /// Journals that an attempt is about to be made, and returns the entry's number.
    ///
    /// - Throws: ``BankError``; the attempt must not be made then.
    public func open(_ address: DrawAddress, bound: Spend) throws -> Int64 {
        try write { database, invocation in
            let sql = """
                INSERT INTO journal (
                    invocation, key, stream, idx, bound_prompt_tokens, bound_output_tokens,
                    bound_calls, bound_cost, bound_flops
                ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
            let arguments = StatementArguments([invocation])
            try database.cachedStatement(sql: sql).execute(
                arguments: arguments + AddressColumns(address).arguments + bound.arguments
            )
            return database.lastInsertedRowID
        }
    }

    /// Commits a draw and closes its journal entry with what was billed, in one transaction.
    ///
    /// If another process has recorded a draw of this address and output limit, that one stays and
    /// this one is dropped, though not what it was billed: read back ``draws(at:)`` to learn which
    /// draw counts.
    ///
    /// - Precondition: the address's key is that of the request, at its full output limit, to the
    ///   model; its seed and its number of log-probabilities do not matter.
    /// - Throws: ``BankError``; in that case nothing has been written.
    public func commit(
        _ draw: RecordedDraw,
        at address: DrawAddress,
        request: ModelRequest,
        model: ModelIdentity,
        entry: Int64,
        billed: Spend
    ) throws {
        precondition(
            DrawKey(model: model, request: request) == address.key,
            "a draw must be committed with the request, at its full limit, that its key names"
        )
        let place = AddressColumns(address)
        let stored = StoredRequest(request, to: model)
        let row = try StoredDraw(draw)
        try write { database, _ in
            try stored.insert(key: place.key, into: database)
            let isNew = try row.insert(at: place, into: database)
            let outcome: JournalOutcome = isNew ? .draw : .duplicate
            try settle(entry, at: place, outcome, billed: billed, in: database)
        }
    }

    /// Closes the journal entry of an attempt that brought no draw, with what it was billed.
    ///
    /// An attempt that was cancelled has no usage, and ``failedAttempts(at:)`` does not return it.
    ///
    /// - Throws: ``BankError``; in that case nothing has been written.
    public func abandon(
        _ address: DrawAddress,
        usage: Usage?,
        entry: Int64,
        billed: Spend
    ) throws {
        let place = AddressColumns(address)
        let usages = try [usage].compactMap { try $0.map { try BankJSON.text(of: $0) } }
        try write { database, _ in
            let outcome: JournalOutcome = usages.isEmpty ? .cancelled : .failed
            try settle(entry, at: place, outcome, billed: billed, in: database)
            try StoredAttempts(usages: usages).append(at: place, in: database)
        }
    }

    /// Returns a recorded upper bound of a prompt's tokens, from a model that had to be asked.
    ///
    /// - Throws: ``BankError``.
    public func promptBound(of prompt: Digest) throws -> Int? {
        try read { database in
            let sql = "SELECT tokens FROM prompt_bounds WHERE prompt = ?"
            let statement = try database.cachedStatement(sql: sql)
            return try Int.fetchOne(statement, arguments: [Data(prompt.bytes)])
        }
    }

    /// Records an upper bound of a prompt's tokens; the first one recorded stays.
    ///
    /// - Precondition: the bound is not negative.
    /// - Throws: ``BankError``.
    public func recordPromptBound(_ tokens: Int, of prompt: Digest) throws {
        precondition(tokens >= 0, "a bound of a number of tokens cannot be negative: \(tokens)")
        try write { database, _ in
            let sql = "INSERT INTO prompt_bounds VALUES (?, ?) ON CONFLICT DO NOTHING"
            let statement = try database.cachedStatement(sql: sql)
            try statement.execute(arguments: [Data(prompt.bytes), tokens])
        }
    }
}
