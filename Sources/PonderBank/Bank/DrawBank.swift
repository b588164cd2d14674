import GRDB
public import PonderCore

/// Draws kept in one SQLite file, so that none is paid for twice and any can be replayed.
///
/// A bank is opened for recording by ``init(path:run:)`` or for replay by ``init(replaying:)``;
/// prefer ``withBank(path:run:_:)`` and ``withBank(replaying:_:)``, which also close it. Several
/// tasks, banks and processes may use one file at a time.
///
/// Every call is synchronous and runs to its end even in a cancelled task. What a call has written
/// when it returns survives the death of the process, but not of the machine: the last few draws
/// may be gone after a loss of power, the file stays sound.
///
/// The format is described on the landing page of this module.
public final class DrawBank: DrawStore {
    /// The file, as the caller named it.
    public let path: String

    /// The connection: one per bank, so that a read sees every write made before it.
    let queue: DatabaseQueue

    /// The number of this opening, which its journal entries carry; `nil` when replaying.
    let invocation: Int64?

    /// Opens a bank for recording; creates the file if there is none.
    ///
    /// Spending is journalled under the label of the run. Two openings of one label should not be
    /// alive at a time: see ``settleAbandonedEntries(of:)``.
    ///
    /// - Throws: ``BankError``: the file is not a bank, is of a newer version, or cannot be
    ///   written.
    public init(path: String, run: String) throws {
        self.path = path
        let queue = try BankFile(path: path).openForRecording()
        self.queue = queue
        invocation = try BankError.translating(path: path) {
            try queue.write { database in
                let sql = "INSERT INTO invocations (run) VALUES (?)"
                try database.execute(sql: sql, arguments: [run])
                return database.lastInsertedRowID
            }
        }
    }

    /// Opens a bank for replay: nothing can be written to it.
    ///
    /// The file and its folder may be read-only. In a writable folder SQLite may leave a `-shm`
    /// and an empty `-wal` file beside the bank.
    ///
    /// - Throws: ``BankError``: there is no such file, it is not a bank, is of another version, or
    ///   cannot be read.
    public init(replaying path: String) throws {
        self.path = path
        queue = try BankFile(path: path).openForReplay()
        invocation = nil
    }

    /// Closes the file; every later call throws.
    public func close() throws {
        try BankError.translating(path: path) { try queue.close() }
    }

    /// Runs statements that only read, outside a transaction.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try BankError.translating(path: path) { try queue.unsafeRead(body) }
    }

    /// Runs statements in one immediate transaction: all of them take effect, or none.
    func write<Result>(_ body: (Database, _ invocation: Int64) throws -> Result) throws -> Result {
        guard let invocation else {
            let message = "the bank is open for replay only; open it for recording"
            throw BankError(.readOnly, path: path, message)
        }
        return try BankError.translating(path: path) {
            try queue.write { try body($0, invocation) }
        }
    }
}
