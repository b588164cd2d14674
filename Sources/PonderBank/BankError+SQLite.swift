import GRDB

extension BankError {
    /// Runs database code and turns what SQLite reports into an error with a path and advice.
    static func translating<Result>(
        path: String,
        _ body: () throws -> Result
    ) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw BankError(error, path: path)
        } catch let error as RowDecodingError {
            throw BankError(.damaged, path: path, damagedAdvice, underlying: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let said = "SQLite \(error.extendedResultCode.rawValue): \(error.message ?? "no message")"
        let (code, message) = Self.explanation(of: error.resultCode)
        self.init(code, path: path, message, underlying: said)
    }

    private static func explanation(of code: ResultCode) -> (Code, String) {
        switch code {
        case .SQLITE_NOTADB:
            (.notABank, "not a draw bank; name another file")
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            (.busy, "another process keeps the bank locked; wait for it or end it, then try again")
        case .SQLITE_READONLY:
            (
                .readOnly,
                "the bank cannot be written; check its mode, or the permissions of the file"
            )
        case .SQLITE_MISUSE:
            (.misused, "the bank is closed; use it inside the scope that opened it")
        case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_SCHEMA:
            (.damaged, damagedAdvice)
        case .SQLITE_FULL:
            (.inputOutput, "the disk is full; free some space and run again, nothing is lost")
        default:
            (.inputOutput, "the bank cannot be read or written; check the folder and the disk")
        }
    }

    static let damagedAdvice = "the bank is damaged; restore it from a copy or an export"
}
