import GRDB

/// What a bank's file says about itself, and how older banks become current ones.
///
/// `application_id` tells a bank from every other SQLite file, `user_version` counts the upgrades
/// that it has been through. Upgrades run in one immediate transaction that reads the version
/// again, so two processes may open an old bank at once; the migrator of GRDB looks first and
/// locks later, which two processes must not do.
enum BankFormat {
    /// The bytes `PDBK`.
    static let applicationID = 0x5044_424B

    /// The version that this code reads and writes.
    static var version: Int { upgrades.count }

    /// The upgrades, oldest first: the one at index `n` leads from version `n` to `n + 1`.
    static let upgrades = [firstSchema]

    /// Checks that an open database is a bank that this code can use.
    ///
    /// - Throws: ``BankError``: it is not a bank, of a newer version, or of an older one unless
    ///   that may be upgraded.
    static func check(_ database: Database, path: String, mayUpgrade: Bool) throws {
        let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
        guard id == applicationID else {
            throw BankError(.notABank, path: path, "not a draw bank; name another file")
        }
        let found = try storedVersion(of: database)
        guard found <= version else {
            let message = "format version \(found) is newer than \(version); use a newer ponder"
            throw BankError(.newerVersion, path: path, message)
        }
        guard found == version || mayUpgrade else {
            let message = "format version \(found) is older than \(version); record into it once"
            throw BankError(.readOnly, path: path, message)
        }
    }

    /// Brings a bank, or an empty database, to the current version.
    ///
    /// The caller holds an immediate transaction.
    static func upgrade(_ database: Database) throws {
        let found = try storedVersion(of: database)
        guard found < version else { return }
        for upgrade in upgrades[max(found, 0)...] { try database.execute(sql: upgrade) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static func storedVersion(of database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    }
}
