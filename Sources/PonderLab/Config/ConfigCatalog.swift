import Ponder

/// Everything outside a config that its words can refer to.
struct ConfigCatalog: Sendable {
    var providers: [ProviderSpec]
    var strategies: [StrategyEntry]
    var verifiers: [VerifierEntry]
    var tasks: [TaskFacts]
    /// What an environment variable holds.
    var environment: @Sendable (String) -> String?
    /// Whether a path names a file that can be read.
    var isFile: @Sendable (String) -> Bool

    /// The ids of the verifiers that a setting belongs to; empty if it is no verifier's.
    func verifiers(withSetting name: String) -> [String] {
        verifiers.filter { $0.settings.contains { $0.name == name } }.map(\.id)
    }
}
