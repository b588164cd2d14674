import Foundation
import GRDB

/// A bank's place in the file system: creates and opens it, and touches nothing that is not a bank.
struct BankFile {
    /// The path as the caller gave it, for messages.
    let path: String

    /// The same path from the root, which SQLite cannot take for a URI or a special name.
    private let absolutePath: String

    /// How long to wait for other processes before giving up, in seconds.
    ///
    /// They hold the lock for a fraction of a millisecond, but an import or a debugger may not.
    private static let busySeconds = 60.0

    init(path: String) {
        self.path = path
        let folder = FileManager.default.currentDirectoryPath
        absolutePath = path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }

    /// Opens the bank for reading and writing; creates it if there is no file.
    func openForRecording() throws -> DatabaseQueue {
        try BankError.translating(path: path) {
            if !FileManager.default.fileExists(atPath: absolutePath) { try create() }
            try checkUntouched()
            let queue = try DatabaseQueue(path: absolutePath, configuration: writing())
            try queue.write { database in
                try BankFormat.check(database, path: path, mayUpgrade: true)
                try BankFormat.upgrade(database)
            }
            return queue
        }
    }

    /// Opens the bank for reading only; never creates a file of that name.
    ///
    /// In a folder that may not be written SQLite cannot coordinate readers and writers. There the
    /// bank is opened as immutable, which is sound because nobody can write to it either, unless
    /// an unmerged write-ahead log lies beside it: SQLite would ignore that, and draws with it.
    func openForReplay() throws -> DatabaseQueue {
        guard FileManager.default.fileExists(atPath: absolutePath) else {
            let message = "there is no draw bank; record one first, or import exported draws"
            throw BankError(.notFound, path: path, message)
        }
        return try BankError.translating(path: path) {
            do {
                return try openReading(absolutePath)
            } catch let error as DatabaseError where isFolderReadOnly {
                guard error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_READONLY
                else { throw error }
                guard !hasWriteAheadLog else {
                    let message = "draws are still in the -wal file; copy both to a writable folder"
                    throw BankError(.readOnly, path: path, message)
                }
                return try openReading(immutableURI)
            }
        }
    }

    /// Makes an empty bank under another name and links it here.
    ///
    /// So a bank is there whole or not at all, however many processes create it and whenever one
    /// of them is killed; whoever links second uses the file of the first.
    private func create() throws {
        let draft = "\(absolutePath).new-\(UUID().uuidString)"
        defer {
            for suffix in ["", "-wal", "-shm", "-journal"] { SystemFile.remove(draft + suffix) }
        }
        let queue = try DatabaseQueue(path: draft, configuration: writing())
        try queue.writeWithoutTransaction { database in
            guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
                let message = "write-ahead logging does not work in this folder; use a local disk"
                throw BankError(.inputOutput, path: path, message)
            }
            try database.inTransaction(.immediate) {
                try BankFormat.upgrade(database)
                return .commit
            }
        }
        try queue.close()
        if let problem = SystemFile.link(draft, to: absolutePath) {
            let message = "the bank cannot be created; check the folder's permissions"
            throw BankError(.inputOutput, path: path, message, underlying: problem)
        }
    }

    /// Checks through a connection that cannot write that the file is a bank.
    private func checkUntouched() throws {
        let queue = try DatabaseQueue(path: absolutePath, configuration: reading())
        try queue.unsafeRead { try BankFormat.check($0, path: path, mayUpgrade: true) }
        try queue.close()
    }

    private func openReading(_ name: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: name, configuration: reading())
        try queue.unsafeRead { try BankFormat.check($0, path: path, mayUpgrade: false) }
        return queue
    }

    private var isFolderReadOnly: Bool {
        let folder = (absolutePath as NSString).deletingLastPathComponent
        return !FileManager.default.isWritableFile(atPath: folder)
    }

    private var hasWriteAheadLog: Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: absolutePath + "-wal")
        return (attributes?[.size] as? Int ?? 0) > 0
    }

    private var immutableURI: String {
        let escaped = absolutePath.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        return "file://\(escaped ?? absolutePath)?immutable=1"
    }

    private func writing() -> Configuration {
        var configuration = Configuration()
        configuration.label = "ponder.bank"
        configuration.busyMode = .timeout(Self.busySeconds)
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
        return configuration
    }

    private func reading() -> Configuration {
        var configuration = Configuration()
        configuration.label = "ponder.bank"
        configuration.readonly = true
        configuration.busyMode = .timeout(Self.busySeconds)
        return configuration
    }
}
