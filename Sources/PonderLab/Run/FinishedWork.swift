import PonderCore
import PonderRecord

/// What earlier invocations of a run have finished and logged.
///
/// A result with a failed call is not finished, nor are draws of which one failed: they are done again.
struct FinishedWork: Sendable {
    private struct ResultKey: Hashable {
        var row: Int
        var problem: String
        var epoch: Int
    }

    private struct PoolKey: Hashable {
        var model: String
        var task: String
        var problem: String
        var epoch: Int
    }

    private let results: [ResultKey: ResultRecord]
    private let pools: Set<PoolKey>

    init(_ log: RunLog?) {
        var results: [ResultKey: ResultRecord] = [:]
        for result in log?.results ?? [] where result.error == nil {
            results[
                ResultKey(row: result.row, problem: result.problem, epoch: result.epoch)
            ] = result
        }
        self.results = results
        let whole = (log?.pools ?? []).filter { pool in
            pool.outcomes[NoAnswer.failed.rawValue, default: 0] == 0
        }
        pools = Set(whole.map(Self.key))
    }

    /// The result of a job, if it is finished.
    func result(of job: RunJob, in plan: RunPlan) -> ResultRecord? {
        let row = plan.rows[job.row]
        let problem = plan.tasks[row.task].problems[job.problem].problem.id
        return results[
            ResultKey(row: row.description.row, problem: problem, epoch: job.epoch)
        ]
    }

    /// Whether the draws of a problem are logged.
    func contains(_ pool: PoolRecord) -> Bool { pools.contains(Self.key(pool)) }

    private static func key(_ pool: PoolRecord) -> PoolKey {
        PoolKey(model: pool.model, task: pool.task, problem: pool.problem, epoch: pool.epoch)
    }
}
