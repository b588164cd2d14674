import Foundation
import GRDB
import PonderCore

/// A request as the bank keeps it, once for all draws from it, with the model that it goes to.
struct StoredRequest: Hashable {
    let model: ModelIdentity

    /// The request at its full output limit, without what its key does not depend on.
    let request: ModelRequest

    init(_ request: ModelRequest, to model: ModelIdentity) {
        self.model = model
        var request = request
        request.seed = nil
        request.topLogProbabilities = nil
        self.request = request
    }

    /// Returns the request of a key; `nil` if there is none.
    ///
    /// - Throws: ``BankError`` if the text is damaged.
    static func row(key: Data, in database: Database, path: String) throws -> StoredRequest? {
        let sql = """
            SELECT provider, name, revision, request
            FROM requests JOIN models ON models.id = requests.model WHERE key = ?
            """
        let statement = try database.cachedStatement(sql: sql)
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        let model = ModelIdentity(
            provider: try row.decode(String.self, atIndex: 0),
            name: try row.decode(String.self, atIndex: 1),
            revision: try row.decode(String.self, atIndex: 2)
        )
        let text = try row.decode(String.self, atIndex: 3)
        do {
            let request = try BankJSON.value(ModelRequest.self, from: text.utf8)
            return StoredRequest(request, to: model)
        } catch {
            let message = "a request cannot be read; \(BankError.damagedAdvice)"
            throw BankError(.damaged, path: path, message, underlying: "\(error)")
        }
    }

    /// Inserts the request unless its key is there.
    ///
    /// - Returns: whether it was inserted.
    @discardableResult
    func insert(key: Data, into database: Database) throws -> Bool {
        let known = try database.cachedStatement(sql: "SELECT 1 FROM requests WHERE key = ?")
        guard try Int.fetchOne(known, arguments: [key]) == nil else { return false }
        let identity: StatementArguments = [model.provider, model.name, model.revision]
        let models = try database.cachedStatement(
            sql: """
                INSERT INTO models (provider, name, revision) VALUES (?, ?, ?)
                ON CONFLICT DO NOTHING
                """
        )
        try models.execute(arguments: identity)
        let requests = try database.cachedStatement(
            sql: """
                INSERT INTO requests (key, request, model)
                SELECT ?, ?, id FROM models WHERE provider = ? AND name = ? AND revision = ?
                """
        )
        let text = try BankJSON.text(of: request)
        let values: StatementArguments = [key, text]
        try requests.execute(arguments: values + identity)
        return true
    }
}
