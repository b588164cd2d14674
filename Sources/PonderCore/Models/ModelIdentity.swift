/// What makes a model's draws interchangeable with another's: it keys recorded draws.
public struct ModelIdentity: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The kind of provider, for example `openai`, `engine` or `pool`.
    public var provider: String

    /// The provider's name of the model.
    public var name: String

    /// What tells two versions of one name apart, for a file its SHA-256; may be empty.
    public var revision: String

    /// Creates an identity.
    public init(provider: String, name: String, revision: String = "") {
        self.provider = provider
        self.name = name
        self.revision = revision
    }

    /// The identity in one line: `provider:name@revision`.
    public var description: String {
        revision.isEmpty ? "\(provider):\(name)" : "\(provider):\(name)@\(revision)"
    }
}
