/// What makes two requests ask for the same distribution of replies.
///
/// The hash of the model's identity and the request without its seed, its number of
/// log-probabilities, and any lowering of the output limit by a budget.
public struct DrawKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The hash.
    public let digest: Digest

    /// Creates the key of a request to a model.
    ///
    /// - Parameters:
    ///   - model: the identity of the model.
    ///   - request: the request at its full output limit.
    public init(model: ModelIdentity, request: ModelRequest) {
        var bytes = CanonicalBytes(label: "ponder.draw.v1")
        bytes.write(model.provider)
        bytes.write(model.name)
        bytes.write(model.revision)
        bytes.write(list: request.messages) { bytes, message in
            bytes.write(message.speaker.rawValue)
            bytes.write(message.text)
        }
        bytes.write(request.partialReply) { $0.write($1) }
        bytes.write(list: request.stop) { $0.write($1) }
        bytes.write(request.constraint) { Self.write($1, into: &$0) }
        Self.write(request.sampling, into: &bytes)
        digest = bytes.digest
    }

    /// Creates a key from its hash.
    public init(digest: Digest) { self.digest = digest }

    /// The hash in hexadecimal.
    public var description: String { digest.description }

    /// Orders keys by hash.
    public static func < (left: DrawKey, right: DrawKey) -> Bool { left.digest < right.digest }

    private static func write(_ constraint: Constraint, into bytes: inout CanonicalBytes) {
        bytes.write(constraint.kind.rawValue)
        switch constraint {
        case .choice(let options): bytes.write(list: options) { $0.write($1) }
        case .regex(let text), .jsonSchema(let text), .grammar(let text): bytes.write(text)
        }
    }

    private static func write(_ sampling: SamplingOptions, into bytes: inout CanonicalBytes) {
        bytes.write(sampling.temperature) { $0.write($1) }
        bytes.write(sampling.topP) { $0.write($1) }
        bytes.write(sampling.topK) { $0.write($1) }
        bytes.write(sampling.minP) { $0.write($1) }
        bytes.write(sampling.maxOutputTokens)
        bytes.write(sampling.effort) { $0.write($1) }
        bytes.write(sampling.maxThinkingTokens) { $0.write($1) }
    }
}
