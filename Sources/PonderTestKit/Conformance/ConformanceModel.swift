import PonderCore

/// The models that strategies are tried on: what they say is a function of the draw's seed.
enum ConformanceModel {
    /// How a model behaves.
    enum Manner: Sendable {
        /// Answers that differ, unreadable and cut ones among them.
        case varied
        /// Always the same answer.
        case unanimous
        /// No text at all.
        case silent
        /// Fails every time.
        case failing
    }

    /// The answer of a unanimous model.
    static let consensus = "4"

    /// Returns the model of a role.
    static func model(
        of role: Role,
        manner: Manner,
        interruption: Interruption? = nil
    ) -> ScriptedModel {
        ScriptedModel(ModelIdentity(provider: "test", name: role.rawValue)) { _, seed in
            try await interruption?.pass()
            var random = RandomGenerator(seed: seed)
            switch manner {
            case .failing: throw ModelError(.server, "down")
            case .silent: return ScriptedReply("")
            case .unanimous, .varied: break
            }
            if role != .policy {
                let isLiked = random.integer(below: 3) > 0
                return ScriptedReply(isLiked ? "Yes" : "No", foil: isLiked ? "No" : "Yes")
            }
            if manner == .unanimous { return ScriptedReply("it is = \(consensus)") }
            return varied(&random)
        }
    }

    private static func varied(_ random: inout RandomGenerator) -> ScriptedReply {
        let padding = String(repeating: "so ", count: random.integer(below: 12))
        let probability = 0.5 + random.unitInterval() * 0.49
        switch random.integer(below: 10) {
        case 0: return ScriptedReply(padding + "who knows", probability: probability)
        case 1: return ScriptedReply(padding + String(repeating: "on ", count: 40))
        default:
            let answer = random.integer(below: 4)
            return ScriptedReply(padding + "it is = \(answer)", probability: probability)
        }
    }
}
