import GRDB
import PonderCore

/// The columns of a draw, without its address.
struct StoredDraw: Hashable {
    /// The reply as JSON.
    var reply: String
    var outputLimit: Int
    var topLogProbabilities: Int?

    private static let columns = "reply, output_limit, top_logprobs"

    init(_ draw: RecordedDraw) throws {
        precondition(draw.outputLimit >= 1, "the output limit of a draw must be at least 1")
        reply = try BankJSON.text(of: draw.reply)
        outputLimit = draw.outputLimit
        topLogProbabilities = draw.topLogProbabilities
    }

    private init(_ row: Row) throws {
        reply = try row.decode(String.self, atIndex: 0)
        outputLimit = try row.decode(Int.self, atIndex: 1)
        topLogProbabilities = try row.decode(Int?.self, atIndex: 2)
    }

    /// Returns the draws of an address in rising order of output limits.
    static func rows(at place: AddressColumns, in database: Database) throws -> [StoredDraw] {
        let sql = """
            SELECT \(columns) FROM draws WHERE key = ? AND stream = ? AND idx = ?
            ORDER BY output_limit
            """
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: place.arguments)
        return try Array(cursor.map { try StoredDraw($0) })
    }

    /// Inserts the draw unless one of this address and output limit is there.
    ///
    /// - Returns: whether it was inserted.
    func insert(at place: AddressColumns, into database: Database) throws -> Bool {
        let sql = """
            INSERT INTO draws (key, stream, idx, \(Self.columns)) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """
        let values: StatementArguments = [reply, outputLimit, topLogProbabilities]
        try database.cachedStatement(sql: sql).execute(arguments: place.arguments + values)
        return database.changesCount == 1
    }

    /// Reads the JSON text.
    ///
    /// - Throws: ``BankError`` if it is damaged.
    func decoded(path: String, address: String) throws -> RecordedDraw {
        do {
            return RecordedDraw(
                reply: try BankJSON.value(Reply.self, from: reply.utf8),
                outputLimit: outputLimit,
                topLogProbabilities: topLogProbabilities
            )
        } catch {
            let message = "draw \(address) cannot be read; \(BankError.damagedAdvice)"
            throw BankError(.damaged, path: path, message, underlying: "\(error)")
        }
    }
}
