import Ponder
import PonderRecord

/// Searches one problem of one row: once, or once per permutation of its pool of draws.
struct ProblemSearch: Sendable {
    let runner: ExperimentRunner
    let job: RunJob
    /// The pot that the row's problems share, and this problem's place in its order.
    let shared: (budget: RowBudget, place: Int)?
    /// What is left of the row's time; `nil` where it is not limited.
    let timeLeft: Duration?

    private var row: PlannedRow { runner.plan.rows[job.row] }

    private var problem: PlannedProblem {
        runner.plan.tasks[row.task].problems[job.problem]
    }

    /// Searches and returns what is to be logged; `nil` when the run was cancelled.
    func run() async throws -> (records: [RunRecord], result: ResultRecord)? {
        var context = runner.context(row: row, problem: job.problem, epoch: job.epoch)
        context.budget = row.description.perProblem
        context.row = shared
        if let timeLeft {
            context.budget.wallTime = min(context.budget.wallTime ?? timeLeft, timeLeft)
        }
        guard row.usesPool, let size = runner.plan.header.pool else {
            return try await realised(context)
        }
        return try await expected(context, poolSize: size)
    }

    private func realised(
        _ context: SearchContext
    ) async throws -> (records: [RunRecord], result: ResultRecord)? {
        let (result, session) = try await Search(row.strategy).runKeepingSession(context)
        guard result.stop != .cancelled else { return nil }
        var tally = SearchTally()
        tally.add(result, session, isCorrect: problem.isCorrect)
        return logged(tally, first: result, session)
    }

    /// Replays the strategy over permutations of the pool.
    ///
    /// A replay in which a call failed stands alone: the draw that is missing would be asked for,
    /// and paid for, in every other one, and an expectation over a part of a pool is none.
    private func expected(
        _ context: SearchContext,
        poolSize: Int
    ) async throws -> (records: [RunRecord], result: ResultRecord)? {
        guard let policy = context.endpoints[.policy] else {
            preconditionFailure("a row has no policy")
        }
        let key = DrawKey(model: policy.model.identity, request: context.policyRequest)
        let seed = runner.plan.seed.child("pool", problem.problem.id, "\(job.epoch)")
        var context = context
        context.draws = context.draws.cached()
        var tally = SearchTally()
        var first: (SearchResult, SearchSession)?
        for order in PoolPermutations(size: poolSize, seed: seed).orders {
            context.draws.permutation = DrawSource.Permutation(key: key, order: order)
            let (result, session) = try await Search(row.strategy).runKeepingSession(context)
            guard result.stop != .cancelled else { return nil }
            if result.failure != nil {
                tally = SearchTally()
                tally.add(result, session, isCorrect: problem.isCorrect)
                return logged(tally, first: result, session)
            }
            tally.add(result, session, isCorrect: problem.isCorrect)
            if first == nil { first = (result, session) }
        }
        guard let (result, session) = first else { return nil }
        return logged(tally, first: result, session)
    }

    private func logged(
        _ tally: SearchTally,
        first: SearchResult,
        _ session: SearchSession
    ) -> (records: [RunRecord], result: ResultRecord) {
        let id = problem.problem.id
        let number = row.description.row
        let result = ResultRecord(
            row: number,
            problem: id,
            index: job.problem,
            epoch: job.epoch,
            difficulty: problem.difficulty,
            replays: tally.replays,
            correct: tally.correct,
            covered: tally.covered,
            candidates: tally.candidates,
            outcome: SearchTally.outcome(of: first),
            stop: first.stop,
            answer: first.answer?.text,
            confidence: first.confidence,
            charged: tally.charged,
            modelledMicroseconds: tally.microseconds,
            error: tally.failure?.description,
            outcomes: tally.outcomes,
            peak: tally.peak
        )
        let calls = session.reports.map { report in
            RunRecord.call(CallRecord(report, row: number, problem: id, epoch: job.epoch))
        }
        let trace = TraceRecord(
            row: number,
            problem: id,
            epoch: job.epoch,
            events: first.trace
        )
        return (calls + [.trace(trace), .result(result)], result)
    }
}
