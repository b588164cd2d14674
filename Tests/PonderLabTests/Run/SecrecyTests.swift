import Ponder
import PonderCore
import PonderLab
import PonderRecord
import PonderTestKit
import Testing

struct SecrecyTests {
    /// The plan with targets and difficulties handed on to the next problem.
    private static func permuted(_ plan: RunPlan) -> RunPlan {
        var plan = plan
        for task in plan.tasks.indices {
            let problems = plan.tasks[task].problems
            for index in problems.indices {
                let other = problems[(index + 1) % problems.count]
                plan.tasks[task].problems[index].isCorrect = other.isCorrect
                plan.tasks[task].problems[index].difficulty = "d\(index)"
            }
        }
        return plan
    }

    @Test(arguments: RepeatabilityTests.configs.keys.sorted())
    func `Other targets and difficulties change the results and no byte of a trace`(
        _ name: String
    ) async throws {
        let config = try #require(RepeatabilityTests.configs[name])
        let plain = try await Lab.run(Lab.plan(config))
        let other = try await Lab.run(Self.permuted(Lab.plan(config)))
        #expect(try other.traces == plain.traces)
        #expect(!plain.log.traces.isEmpty)
        #expect(other.log.results.map(\.correct) != plain.log.results.map(\.correct))
        #expect(other.log.results.map(\.answer) == plain.log.results.map(\.answer))
        #expect(other.log.results.map(\.charged) == plain.log.results.map(\.charged))
    }
}
