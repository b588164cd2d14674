import GRDB

extension DrawBank {
    /// Adds all that a file of exported draws holds to this bank, or nothing if it is not sound.
    ///
    /// What the bank holds already is skipped, so importing a file twice adds nothing. A draw, a
    /// failed attempt or a bound that differs from the bank's own at its place is an error: a bank
    /// with draws from two origins would replay neither. An uncompressed file is read too.
    ///
    /// - Parameter file: the path of the file.
    /// - Returns: how much was added.
    /// - Throws: ``BankError`` with the file's path and line, or with the bank's path; in either
    ///   case nothing has been added.
    @discardableResult
    public func importDraws(from file: String) throws -> BankTally {
        try GzipLineReader.reading(path: file) { reader in
            try write { database, _ in
                var drawImport = DrawImport(file: file, reader: reader, database: database)
                return try drawImport.run()
            }
        }
    }
}
