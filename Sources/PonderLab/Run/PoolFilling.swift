import Ponder
import PonderRecord

/// Takes the draws of one problem that expectations are taken over.
struct PoolFilling: Sendable {
    let runner: ExperimentRunner
    let job: PoolJob
    let size: Int

    /// Takes what is not recorded yet; `nil` when the run was cancelled.
    func run() async throws -> (records: [RunRecord], failed: Bool)? {
        let context = runner.context(row: job.row, problem: job.problem, epoch: job.epoch)
        let (result, session) = try await Search(DrawPool(draws: size)).runKeepingSession(context)
        guard result.stop != .cancelled else { return nil }
        let problem = runner.plan.tasks[job.row.task].problems[job.problem]
        let calls = session.reports.map { report in
            RunRecord.call(
                CallRecord(report, row: nil, problem: problem.problem.id, epoch: job.epoch)
            )
        }
        return (calls + [.pool(record(of: result, problem: problem))], result.failure != nil)
    }

    private func record(of result: SearchResult, problem: PlannedProblem) -> PoolRecord {
        var correct = 0
        var wrong: [Answer: Int] = [:]
        var outcomes: [String: Int] = [:]
        for candidate in result.candidates.map(\.candidate) {
            switch candidate.reading {
            case .none(let reason): outcomes[reason.rawValue, default: 0] += 1
            case .answer(let answer):
                outcomes["answered", default: 0] += 1
                if problem.isCorrect(answer) {
                    correct += 1
                } else {
                    wrong[answer, default: 0] += 1
                }
            }
        }
        return PoolRecord(
            model: job.row.description.model,
            task: job.row.description.task,
            problem: problem.problem.id,
            index: job.problem,
            epoch: job.epoch,
            draws: result.candidates.count,
            correct: correct,
            wrongClasses: wrong.values.sorted(by: >),
            outcomes: outcomes,
            outputTokens: result.charged.total.asSent.outputTokens
        )
    }
}
