import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

/// What models cannot do is refused before anything is spent.
struct CapabilityTests {
    private static func mistakes(
        _ strategies: [String],
        more: [String] = [],
        capabilities: ModelCapabilities
    ) throws -> [String] {
        let model = ScriptedModel(capabilities: capabilities, replies: [])
        do {
            _ = try Lab.plan(Lab.config(strategies, more: more), model: model)
            return []
        } catch let error as ExperimentError {
            return error.diagnostics.map(\.description)
        }
    }

    private static let plain = ModelCapabilities()
    private static let few = ModelCapabilities(topLogProbabilities: 5)

    @Test(arguments: [
        (
            "{strategy: best-of-n, verifier: mean-log-probability}", plain,
            "the policy must give log-probabilities, and model toy does not"
        ),
        (
            "{strategy: weighted-vote, verifier: self-certainty}", few,
            "the policy must give 20 alternatives per token, and model toy gives 5"
        ),
        (
            "{strategy: best-of-n, verifier: judge, judge-method: log-probabilities}", plain,
            "the verifier must give log-probabilities, and model toy does not"
        ),
        ("{strategy: single, sampling: {top-k: 3}}", plain, "model toy does not take top-k"),
        ("{strategy: single, sampling: {min-p: 0.1}}", plain, "model toy does not take min-p"),
        ("{strategy: single, sampling: {effort: low}}", plain, "model toy does not take effort"),
    ])
    func `What a row asks in vain is refused at its strategy`(
        _ strategy: String,
        _ capabilities: ModelCapabilities,
        _ complaint: String
    ) throws {
        let mistakes = try Self.mistakes(
            ["{strategy: single}", strategy],
            capabilities: capabilities
        )
        #expect(mistakes == ["c.yaml:8:16: error: \(complaint)"])
    }

    @Test func `What a sweep asks in vain is said once`() throws {
        let row = "{strategy: best-of-n, draws: [2, 3, 4], verifier: mean-log-probability}"
        #expect(try Self.mistakes([row], capabilities: Self.plain).count == 1)
    }

    @Test func `What a model can do is not refused`() throws {
        let rows = [
            "{strategy: weighted-vote, verifier: self-certainty, alternatives: 5}",
            "{strategy: best-of-n, verifier: judge}", "{strategy: single, sampling: {top-p: 0.9}}",
        ]
        #expect(try Self.mistakes(rows, capabilities: Self.few).isEmpty)
    }

    @Test func `All calls of a model ask for what any row reads`() async throws {
        let rows = [
            "{strategy: single}", "{strategy: weighted-vote, verifier: self-certainty, draws: 2}",
            "{strategy: best-of-n, verifier: mean-log-probability, draws: 3}",
        ]
        let model = ToyModel.make()
        let run = try await Lab.run(Lab.plan(Lab.config(rows), model: model))
        #expect(run.outcome.status == .complete)
        #expect(model.calls.count == 18)
        #expect(model.calls.allSatisfy { $0.topLogProbabilities == 20 })
    }
}
