import Ponder

/// The model that a pool of samples stands in for; it has no draws but those of the pool.
struct SamplePoolModel: LanguageModel {
    let identity: ModelIdentity
    let fewest: Int
    let givesTokens: Bool

    var capabilities: ModelCapabilities {
        ModelCapabilities(
            topLogProbabilities: givesTokens ? 0 : nil,
            isRepeatable: true,
            samplingParameters: Set(SamplingParameter.allCases),
            availableDraws: fewest
        )
    }

    @concurrent func tokenUpperBound(of request: ModelRequest) async -> Int {
        Self.promptBound(of: request)
    }

    @concurrent func generate(
        _ request: ModelRequest,
        onDelta: (@Sendable (ReplyDelta) -> Void)?
    ) async throws -> Reply {
        throw ModelError(
            .exhausted,
            "the pool \(identity.name) has no sample left for a request; ask for fewer draws",
            isFatal: true,
            usage: Usage.none
        )
    }

    /// The bytes of all messages, with room for a chat template.
    static func promptBound(of request: ModelRequest) -> Int {
        request.messages.reduce(256) { $0 + $1.text.utf8.count + 16 }
    }
}
