/// The strategies that configs and the command line can name.
public enum StrategyCatalog: Sendable {
    /// Every entry, in the order that lists print them.
    public static let entries: [StrategyEntry] = [
        single, selfConsistency, weightedVote, bestOfN,
    ]

    /// Returns the entry of an id.
    public static func entry(named id: String) -> StrategyEntry? {
        entries.first { $0.id == id }
    }

    private static let width = SettingSpec(
        "width",
        .integer(1...4096),
        "How many draws may be out before the next decision; all of them by default."
    )

    private static func draws(_ standard: Int) -> SettingSpec {
        SettingSpec(
            "draws",
            .integer(1...100_000),
            default: .integer(standard),
            "How many independent replies are drawn."
        )
    }

    private static func verifier(_ standard: String) -> SettingSpec {
        SettingSpec(
            "verifier",
            .choice(VerifierCatalog.entries.map(\.id)),
            default: .text(standard),
            "What scores the candidates."
        )
    }

    private static let single = StrategyEntry(
        id: "single",
        summary: "One reply, taken as it is.",
        settings: []
    ) { _ in Single() }

    private static let selfConsistency = StrategyEntry(
        id: "self-consistency",
        summary: "Draws several replies and returns the answer that most of them give.",
        settings: [draws(8), width]
    ) { values in
        SelfConsistency(
            draws: values.integer("draws"),
            width: values.optionalInteger("width")
        )
    }

    private static let weightedVote = StrategyEntry(
        id: "weighted-vote",
        summary: "Draws several replies and returns the answer with the largest sum of scores.",
        settings: [draws(8), width, verifier("mean-log-probability")] + VerifierCatalog.settings
    ) { values in
        WeightedVote(
            draws: values.integer("draws"),
            width: values.optionalInteger("width"),
            verifier: try VerifierCatalog.verifier(values)
        )
    }

    private static let bestOfN = StrategyEntry(
        id: "best-of-n",
        summary: "Draws several replies and returns the one that a verifier scores highest.",
        settings: [draws(8), width, verifier("judge")] + VerifierCatalog.settings
    ) { values in
        BestOfN(
            draws: values.integer("draws"),
            width: values.optionalInteger("width"),
            verifier: try VerifierCatalog.verifier(values)
        )
    }
}
