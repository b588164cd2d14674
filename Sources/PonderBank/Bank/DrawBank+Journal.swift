import GRDB
public import PonderCore

extension DrawBank {
    /// Returns everything that a run has been billed, by this invocation and by earlier ones.
    ///
    /// Attempts that this bank has open do not count: they are reserved, not billed. Open attempts
    /// of other invocations count as reserved, whether these died or are still at work.
    ///
    /// - Complexity: linear in the number of the run's journal entries.
    /// - Throws: ``BankError``.
    public func billed(run: String) throws -> Spend {
        try read { database in
            let sql = """
                SELECT
                    coalesce(billed_prompt_tokens, bound_prompt_tokens),
                    coalesce(billed_output_tokens, bound_output_tokens),
                    coalesce(billed_calls, bound_calls),
                    coalesce(billed_cost, bound_cost),
                    coalesce(billed_flops, bound_flops)
                FROM journal JOIN invocations ON invocations.id = journal.invocation
                WHERE run = ? AND (outcome IS NOT NULL OR invocation IS NOT ?)
                """
            let rows = try Row.fetchCursor(database, sql: sql, arguments: [run, invocation])
            return try total(of: rows).spend
        }
    }

    /// Bills the open attempts of a run's earlier invocations as reserved.
    ///
    /// Call it after opening a bank and before making calls, while holding the lock of the run's
    /// folder, which proves that every other invocation of the run is dead. Entries of this bank
    /// are left alone. Should an invocation be alive after all and settle an entry later, the true
    /// bill replaces the reserved one.
    ///
    /// - Returns: how many entries there were and what they were billed.
    /// - Throws: ``BankError``; in that case nothing has been written.
    @discardableResult
    public func settleAbandonedEntries(of run: String) throws -> AbandonedEntries {
        try write { database, invocation in
            let selection = """
                WHERE outcome IS NULL AND invocation <> ?
                AND invocation IN (SELECT id FROM invocations WHERE run = ?)
                """
            let sql = """
                SELECT
                    bound_prompt_tokens, bound_output_tokens, bound_calls, bound_cost, bound_flops
                FROM journal \(selection)
                """
            let arguments: StatementArguments = [invocation, run]
            let rows = try Row.fetchCursor(database, sql: sql, arguments: arguments)
            let entries = try total(of: rows)
            let update = """
                UPDATE journal SET
                    outcome = 'lost',
                    billed_prompt_tokens = bound_prompt_tokens,
                    billed_output_tokens = bound_output_tokens,
                    billed_calls = bound_calls,
                    billed_cost = bound_cost,
                    billed_flops = bound_flops
                \(selection)
                """
            try database.execute(sql: update, arguments: arguments)
            return AbandonedEntries(count: entries.count, billed: entries.spend)
        }
    }

    /// Closes a journal entry that is open, or that was given up for lost.
    func settle(
        _ entry: Int64,
        at place: AddressColumns,
        _ outcome: JournalOutcome,
        billed: Spend,
        in database: Database
    ) throws {
        let sql = """
            UPDATE journal SET
                outcome = ?, billed_prompt_tokens = ?, billed_output_tokens = ?,
                billed_calls = ?, billed_cost = ?, billed_flops = ?
            WHERE id = ? AND key = ? AND stream = ? AND idx = ?
                AND (outcome IS NULL OR outcome = 'lost')
            """
        let values = StatementArguments([outcome.rawValue]) + billed.arguments
        let selection = StatementArguments([entry]) + place.arguments
        try database.cachedStatement(sql: sql).execute(arguments: values + selection)
        guard database.changesCount == 1 else {
            let message = "journal entry \(entry) is not an open attempt at this address"
            throw BankError(.misused, path: path, message)
        }
    }

    /// Adds up rows of five columns that ``Spend/init(row:)`` reads.
    private func total(of rows: RowCursor) throws -> (count: Int, spend: Spend) {
        var count = 0
        var spend = Spend.zero
        while let row = try rows.next() {
            guard let term = try Spend(row: row), let sum = spend.adding(term) else {
                throw BankError(.damaged, path: path, BankError.damagedAdvice)
            }
            spend = sum
            count += 1
        }
        return (count, spend)
    }
}
