import Ponder
import Testing

/// A model that records an issue when it is asked for anything.
struct UncountingModel: LanguageModel {
    private let base: any LanguageModel

    init(_ base: any LanguageModel) { self.base = base }

    var identity: ModelIdentity { base.identity }

    var capabilities: ModelCapabilities { base.capabilities }

    func tokenUpperBound(of request: ModelRequest) async throws -> Int {
        Issue.record("a replay asked for a count")
        return try await base.tokenUpperBound(of: request)
    }

    func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        Issue.record("a replay asked for a reply")
        return try await base.generate(request, onDelta: onDelta)
    }
}
