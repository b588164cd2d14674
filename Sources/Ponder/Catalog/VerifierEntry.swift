/// A verifier that configs and the command line can name.
public struct VerifierEntry: Sendable {
    /// The verifier's id in kebab case, never renamed.
    public var id: String

    /// What its score means, in one sentence.
    public var summary: String

    /// The settings that a strategy takes on when it uses this verifier.
    public var settings: [SettingSpec]

    /// Makes the verifier from checked settings.
    public var make: @Sendable (SettingValues) -> any Verifier

    /// Creates an entry.
    public init(
        id: String,
        summary: String,
        settings: [SettingSpec] = [],
        make: @escaping @Sendable (SettingValues) -> any Verifier
    ) {
        self.id = id
        self.summary = summary
        self.settings = settings
        self.make = make
    }
}
