import GRDB

extension DrawBank {
    /// Writes draws, failed attempts and prompt bounds to a compressed file that a bank can import.
    ///
    /// Equal content gives an equal file. The journal is not exported: what is spent stays with
    /// the bank that it was spent for. Memory does not grow with the number of draws.
    ///
    /// - Parameters:
    ///   - file: the path of the file, by custom `draws.jsonl.gz`; a file of that name is replaced.
    ///   - selection: what to export; `nil` for everything.
    /// - Returns: how much was written.
    /// - Throws: ``BankError``: a selected address has neither a draw nor a failed attempt, the
    ///   bank is damaged, or the file cannot be written.
    @discardableResult
    public func export(to file: String, selection: BankSelection? = nil) throws -> BankTally {
        try GzipWriter.writing(to: file) { writer in
            try BankError.translating(path: path) {
                try queue.read { database in
                    var export = DrawExport(path: path, database: database, writer: writer)
                    return try export.run(selection)
                }
            }
        }
    }
}
