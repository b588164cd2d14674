import Ponder
import Synchronization

/// A model whose token counter cannot be reached at first.
final class FlakyCounter: LanguageModel {
    private let base: any LanguageModel
    private let failures: Mutex<Int>

    init(_ base: any LanguageModel, failures: Int) {
        self.base = base
        self.failures = Mutex(failures)
    }

    var identity: ModelIdentity { base.identity }

    var capabilities: ModelCapabilities { base.capabilities }

    @concurrent
    func tokenUpperBound(of request: ModelRequest) async throws -> Int {
        let fails = failures.withLock { left in
            left -= 1
            return left >= 0
        }
        if fails { throw ModelError(.unreachable, "no counter", isRetryable: true) }
        return try await base.tokenUpperBound(of: request)
    }

    @concurrent
    func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        try await base.generate(request, onDelta: onDelta)
    }
}
