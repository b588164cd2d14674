/// The verifiers that configs and the command line can name.
public enum VerifierCatalog: Sendable {
    /// Every entry, in the order that lists print them.
    public static let entries: [VerifierEntry] = [
        meanLogProbability, selfCertainty, judge, checker,
    ]

    /// The settings of all verifiers, which strategies with a verifier take on.
    public static var settings: [SettingSpec] { entries.flatMap(\.settings) }

    /// Makes the verifier that the setting `verifier` names.
    ///
    /// - Throws: ``SettingError`` if no verifier has that name.
    static func verifier(_ values: SettingValues) throws -> any Verifier {
        let id = values.text("verifier")
        guard let entry = entries.first(where: { $0.id == id }) else {
            throw SettingError(name: "verifier", message: "there is no verifier '\(id)'")
        }
        return entry.make(values)
    }

    private static let meanLogProbability = VerifierEntry(
        id: "mean-log-probability",
        summary: "The geometric mean of the tokens' probabilities, in 0...1."
    ) { _ in MeanLogProbability() }

    private static let selfCertainty = VerifierEntry(
        id: "self-certainty",
        summary: "How far the token distributions are from uniform, in 0 and above.",
        settings: [
            SettingSpec(
                "alternatives",
                .integer(1...1000),
                default: .integer(20),
                "How many alternatives per position self-certainty reads."
            ),
            SettingSpec(
                "vocabulary",
                .integer(2...10_000_000),
                default: .integer(151_936),
                "The size of the vocabulary that self-certainty assumes."
            ),
        ]
    ) { values in
        SelfCertainty(
            alternatives: values.integer("alternatives"),
            vocabulary: values.integer("vocabulary")
        )
    }

    private static let judge = VerifierEntry(
        id: "judge",
        summary: "The probability that a model answers yes when asked if the solution is right.",
        settings: [
            SettingSpec(
                "judge-method",
                .choice(YesNoJudge.Method.allCases.map(\.rawValue)),
                default: .text(YesNoJudge.Method.automatic.rawValue),
                "How the probability is read: from log-probabilities, by sampling, or as can be."
            ),
            SettingSpec(
                "judge-draws",
                .integer(1...1000),
                default: .integer(4),
                "How many judgments are sampled per candidate where log-probabilities are missing."
            ),
        ]
    ) { values in
        YesNoJudge(
            method: YesNoJudge.Method(rawValue: values.text("judge-method")) ?? .automatic,
            draws: values.integer("judge-draws")
        )
    }

    private static let checker = VerifierEntry(
        id: "checker",
        summary: "1 where the task's own checker of the statement accepts the answer, else 0."
    ) { _ in TaskChecker() }
}
