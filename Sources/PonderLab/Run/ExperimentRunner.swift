public import Ponder
public import PonderRecord

/// Executes a plan: every problem of every row, once, however often it is interrupted and resumed.
///
/// What is done is in the log and is not done again; what was drawn is in the bank and is not paid
/// for again. Rows whose problems share a pot run one after the other with all their problems open;
/// all others run side by side, a bounded number of problems at a time.
public struct ExperimentRunner: Sendable {
    let plan: RunPlan
    let draws: DrawSource
    /// What this invocation is billed.
    public let billing: Billing
    let write: @Sendable (RunRecord) throws -> Void
    let monitor: RunMonitor
    let clock: any Clock<Duration>
    private let finished: FinishedWork

    /// Creates a runner.
    ///
    /// - Parameters:
    ///   - plan: what to do.
    ///   - draws: where draws come from; its stream is replaced by that of each epoch.
    ///   - earlier: the log of earlier invocations of the same plan.
    ///   - monitor: what shows how far the run has come.
    ///   - clock: what time limits and retry delays are measured with.
    ///   - write: appends a record to the log.
    /// - Precondition: draws are kept if accuracies are expectations over pools of them.
    public init(
        plan: RunPlan,
        draws: DrawSource,
        earlier: RunLog?,
        monitor: RunMonitor = RunMonitor(),
        clock: any Clock<Duration> = ContinuousClock(),
        write: @escaping @Sendable (RunRecord) throws -> Void
    ) {
        precondition(
            draws.mode != .off || !plan.rows.contains(where: \.usesPool),
            "expectations need draws that are kept"
        )
        self.plan = plan
        self.draws = draws
        self.monitor = monitor
        self.clock = clock
        self.write = write
        billing = Billing(limit: plan.spendLimit)
        finished = FinishedWork(earlier)
    }

    /// Does all that is left to do, and logs how it ended.
    ///
    /// A cancelled run ends with what is in flight given up and nothing that is finished lost.
    /// - Throws: errors of the log.
    @concurrent
    public func run() async throws -> RunOutcome {
        var status = EndRecord.Status.complete
        var message: String?
        do {
            try await runAll()
            if Task.isCancelled { status = .interrupted }
        } catch is CancellationError {
            status = .interrupted
        } catch let error as Billing.LimitReached {
            (status, message) = (.spendLimit, error.description)
        } catch {
            (status, message) = (.failed, "\(error)")
        }
        try write(.end(EndRecord(status: status, message: message)))
        return RunOutcome(
            status: status,
            message: message,
            billed: billing.total,
            failures: monitor.snapshot.failures
        )
    }

    private func runAll() async throws {
        try await fill(poolJobs())
        let jobs = plan.rows.indices.flatMap { allJobs(ofRow: $0) }
        monitor.enter(phase: "searching", total: jobs.count)
        for job in jobs {
            guard let result = finished.result(of: job, in: plan) else { continue }
            monitor.skip(row: job.row, accuracy: result.accuracy)
        }
        let open = jobs.filter { !sharesPot($0.row) && finished.result(of: $0, in: plan) == nil }
        try await forEach(open, atOnce: plan.problemsInFlight) { job in
            try await search(job, sharing: nil)
        }
        for row in plan.rows.indices where sharesPot(row) {
            try await searchSharing(row)
        }
    }

    private func allJobs(ofRow row: Int) -> [RunJob] {
        let problems = plan.tasks[plan.rows[row].task].problems.indices
        return (0..<plan.header.epochs).flatMap { epoch in
            problems.map { RunJob(row: row, epoch: epoch, problem: $0) }
        }
    }

    private func sharesPot(_ row: Int) -> Bool {
        let caps = plan.rows[row].description.perRow
        return caps.limitsSpend || caps.wallTime != nil
    }

    // MARK: Rows

    private func search(
        _ job: RunJob,
        sharing shared: (RowBudget, Int)?,
        timeLeft: Duration? = nil
    ) async throws {
        let search = ProblemSearch(runner: self, job: job, shared: shared, timeLeft: timeLeft)
        guard let (records, result) = try await search.run() else { return }
        guard finished.result(of: job, in: plan) == nil else { return }
        for record in records { try write(record) }
        monitor.finish(
            row: job.row,
            label: plan.rows[job.row].description.label,
            accuracy: result.accuracy,
            failed: result.error != nil
        )
    }

    /// Searches all problems of a row that share a pot; the finished ones over recorded draws.
    private func searchSharing(_ row: Int) async throws {
        let jobs = allJobs(ofRow: row)
        guard jobs.contains(where: { finished.result(of: $0, in: plan) == nil }) else { return }
        let description = plan.rows[row].description
        let budget = RowBudget(
            description.perRow,
            perProblem: description.perProblem,
            problems: jobs.count
        )
        let atOnce = budget.turns == nil ? plan.problemsInFlight : jobs.count
        let elapsed = Self.stopwatch(clock)
        try await forEach(Array(jobs.enumerated()), atOnce: atOnce) { place, job in
            let left = description.perRow.wallTime.map { max(.zero, $0 - elapsed()) }
            try await search(job, sharing: (budget, place), timeLeft: left)
        }
    }

    /// What tells how long ago it was made.
    private static func stopwatch(
        _ clock: some Clock<Duration>
    ) -> @Sendable () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }

    // MARK: Pools

    private func poolJobs() -> [PoolJob] {
        var seen: Set<PoolIdentity> = []
        return plan.rows.filter(\.usesPool).flatMap { row -> [PoolJob] in
            let isNew = seen.insert(PoolIdentity(row)).inserted
            guard isNew else { return [] }
            return (0..<plan.header.epochs).flatMap { epoch in
                plan.tasks[row.task].problems.indices.map {
                    PoolJob(row: row, epoch: epoch, problem: $0)
                }
            }
        }
    }

    private func fill(_ jobs: [PoolJob]) async throws {
        guard let size = plan.header.pool, !jobs.isEmpty else { return }
        monitor.enter(phase: "drawing", total: jobs.count)
        try await forEach(jobs, atOnce: plan.problemsInFlight) { job in
            let filling = PoolFilling(runner: self, job: job, size: size)
            guard let (records, failed) = try await filling.run() else { return }
            if case .pool(let pool)? = records.last, !finished.contains(pool) {
                for record in records { try write(record) }
            }
            monitor.finishPool(failed: failed)
        }
    }

    // MARK: Bounded fan-out

    private func forEach<Element: Sendable>(
        _ elements: [Element],
        atOnce width: Int,
        _ body: @escaping @Sendable (Element) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var rest = elements[...]
            for element in rest.prefix(max(1, width)) { group.addTask { try await body(element) } }
            rest = rest.dropFirst(max(1, width))
            while try await group.next() != nil {
                try Task.checkCancellation()
                guard let element = rest.popFirst() else { continue }
                group.addTask { try await body(element) }
            }
        }
    }
}
