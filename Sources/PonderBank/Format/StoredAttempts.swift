import GRDB
import PonderCore

/// What the failed attempts at an address used, oldest first, as JSON texts.
struct StoredAttempts: Hashable {
    var usages: [String]

    /// Returns the attempts of an address.
    static func rows(at place: AddressColumns, in database: Database) throws -> StoredAttempts {
        let sql = """
            SELECT usage FROM attempts WHERE key = ? AND stream = ? AND idx = ? ORDER BY id
            """
        let statement = try database.cachedStatement(sql: sql)
        return StoredAttempts(
            usages: try String.fetchAll(statement, arguments: place.arguments)
        )
    }

    /// Adds the attempts to those of an address.
    func append(at place: AddressColumns, in database: Database) throws {
        let sql = "INSERT INTO attempts (key, stream, idx, usage) VALUES (?, ?, ?, ?)"
        let statement = try database.cachedStatement(sql: sql)
        for usage in usages { try statement.execute(arguments: place.arguments + [usage]) }
    }

    /// Reads the JSON texts.
    ///
    /// - Throws: ``BankError`` if they are damaged.
    func decoded(path: String) throws -> [Usage] {
        do {
            return try usages.map { try BankJSON.value(Usage.self, from: $0.utf8) }
        } catch {
            let message = "a failed attempt cannot be read; \(BankError.damagedAdvice)"
            throw BankError(.damaged, path: path, message, underlying: "\(error)")
        }
    }
}
