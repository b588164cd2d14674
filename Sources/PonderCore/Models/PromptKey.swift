/// What makes two requests share their whole prompt.
public struct PromptKey: Hashable, Sendable {
    /// The hash of the model's identity, the messages and the begun reply.
    public let digest: Digest

    /// Creates the key of a request's prompt.
    public init(model: ModelIdentity, request: ModelRequest) {
        var bytes = CanonicalBytes(label: "ponder.prompt.v1")
        bytes.write(model.provider)
        bytes.write(model.name)
        bytes.write(model.revision)
        bytes.write(list: request.messages) { bytes, message in
            bytes.write(message.speaker.rawValue)
            bytes.write(message.text)
        }
        bytes.write(request.partialReply) { $0.write($1) }
        digest = bytes.digest
    }
}
