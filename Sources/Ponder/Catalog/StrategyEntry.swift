/// A strategy that configs and the command line can name.
public struct StrategyEntry: Sendable {
    /// The strategy's id in kebab case, never renamed.
    public var id: String

    /// What it does, in one sentence.
    public var summary: String

    /// Its settings.
    public var settings: [SettingSpec]

    /// Makes the strategy from checked settings.
    public var make: @Sendable (SettingValues) throws -> any Strategy

    /// Creates an entry.
    public init(
        id: String,
        summary: String,
        settings: [SettingSpec],
        make: @escaping @Sendable (SettingValues) throws -> any Strategy
    ) {
        self.id = id
        self.summary = summary
        self.settings = settings
        self.make = make
    }

    /// Checks settings, fills in defaults, and makes the strategy.
    ///
    /// - Throws: ``SettingError``.
    public func strategy(_ given: [String: SettingValue]) throws -> any Strategy {
        try make(SettingValues(given, for: settings))
    }
}
