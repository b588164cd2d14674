import Ponder
import PonderRecord

extension ExperimentRunner {
    /// The context of one problem's search, without caps.
    func context(row: PlannedRow, problem index: Int, epoch: Int) -> SearchContext {
        let task = plan.tasks[row.task]
        let problem = task.problems[index]
        let stream = DrawStream(runSeed: plan.seed, epoch: epoch)
        return SearchContext(
            problem.problem,
            prompt: problem.prompt,
            reader: task.reader,
            checker: problem.checker,
            sampling: row.sampling,
            stop: row.stop,
            endpoints: plan.endpoints(of: row),
            logProbabilities: plan.logProbabilities(of: row),
            draws: draws.with(stream),
            billing: billing,
            seed: plan.seed.child(
                "search",
                row.description.task,
                problem.problem.id,
                row.description.strategy,
                "\(epoch)"
            ),
            clock: clock
        )
    }
}
