public import PonderCore

/// A kind of model provider that a config may name, as whoever makes the models describes it.
public struct ProviderSpec: Hashable, Sendable {
    /// The provider's id in kebab case, never renamed.
    public var id: String

    /// What it is, in one sentence.
    public var summary: String

    /// The settings of a model of this provider.
    public var settings: [SettingSpec]

    /// The names of those settings that hold secrets; a config can only give them as `${NAME}`.
    public var secretSettings: Set<String>

    /// The names of those settings that say how a model is reached, not which model it is.
    ///
    /// An address or a time limit cannot change a result, so it does not enter the config's digest.
    public var transportSettings: Set<String>

    /// Whether the provider reads a model's shape itself, so that FLOPs are known without one.
    public var knowsShape: Bool

    /// Whether calls cost no money, so that caps on money need no prices.
    public var isFree: Bool

    /// Creates a description.
    ///
    /// - Precondition: secrets are texts without a default, and no setting has a name that every
    ///   model takes (`provider`, `shape`, `rates`, `concurrency`).
    public init(
        id: String,
        summary: String,
        settings: [SettingSpec],
        secretSettings: Set<String> = [],
        transportSettings: Set<String> = [],
        knowsShape: Bool = false,
        isFree: Bool = false
    ) {
        precondition(
            !settings.contains { ConfigKeys.model.contains($0.name) },
            "a provider cannot redefine \(ConfigKeys.model.joined(separator: ", "))"
        )
        precondition(
            settings.allSatisfy {
                !secretSettings.contains($0.name) || ($0.kind == .text && $0.defaultValue == nil)
            },
            "a secret setting must be a text without a default"
        )
        self.id = id
        self.summary = summary
        self.settings = settings
        self.secretSettings = secretSettings
        self.transportSettings = transportSettings
        self.knowsShape = knowsShape
        self.isFree = isFree
    }

    /// The id of the provider that the lab itself knows: a table of samples made elsewhere.
    public static let poolID = "pool"

    /// A table of samples made elsewhere, which stands in for a model.
    public static let pool = ProviderSpec(
        id: poolID,
        summary: "A JSON Lines file of samples made elsewhere.",
        settings: [
            SettingSpec(
                "path",
                .text,
                isRequired: true,
                "The file, relative to the config's folder."
            )
        ]
    )
}
