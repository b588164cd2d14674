import Ponder
import PonderTestKit

/// Models that talk at random, as a function of the draw's seed, and what their tokens cost.
enum RandomModels {
    static let roles: [Role] = [.policy, .verifier]

    static let compute = ComputeModel(
        nonEmbeddingParameters: 500,
        layers: 2,
        width: 4,
        vocabulary: 50
    )

    static func prices(of role: Role) -> PriceTable {
        role == .policy
            ? PriceTable(input: 3, cachedInput: 1, output: 7, date: "2026-01-01")
            : PriceTable(input: 2, output: 5, batchPermille: 300, date: "2026-01-01")
    }

    static func model(of role: Role) -> ScriptedModel {
        let identity = ModelIdentity(provider: "test", name: role.rawValue)
        return ScriptedModel(identity) { _, seed in
            var random = RandomGenerator(seed: seed)
            let padding = String(repeating: "so ", count: random.integer(below: 14))
            var reply =
                role == .policy
                ? ScriptedReply(padding + "= \(random.integer(below: 4))")
                : ScriptedReply(random.integer(below: 2) == 0 ? "Yes, it is" : "No", foil: "Yes")
            reply.cachedPromptTokens = random.integer(below: 12)
            return reply
        }
    }

    /// What an attempt amounts to by the provider's own price list.
    static func spend(_ usage: Usage, role: Role) -> Spend {
        let (prompt, output) = (usage.prompt.value, usage.output.value)
        return Spend(
            promptTokens: prompt,
            outputTokens: output,
            calls: 1,
            cost: prices(of: role).cost(
                promptTokens: prompt,
                cachedPromptTokens: usage.cachedPrompt.value,
                outputTokens: output
            ),
            flops: compute.operations(promptTokens: prompt, outputTokens: output)
        )
    }
}
