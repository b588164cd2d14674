public import Ponder
import PonderRecord
import PonderStatistics

/// What a run will take at most, and what it may be expected to take, before anything is spent.
///
/// Draws are shared: rows of one task, model and sampling read the same ones, so what is billed is
/// counted once. Expectations assume that a reply takes half its output limit and that a prompt has
/// a token for every four bytes; the most assumes limits and bounds. Recorded draws are not deducted.
public struct Forecast: Hashable, Sendable {
    /// The new calls of one role, and what they take.
    public struct Line: Hashable, Sendable {
        /// The task.
        public var task: String
        /// The model's name in the config.
        public var model: String
        /// What the calls are for.
        public var role: Role
        /// The number of calls, at most.
        public var calls: Int
        /// What the calls may be expected to take.
        public var expected: Spend
        /// What the calls take at most.
        public var most: Spend
        /// The modelled seconds at the run's concurrency.
        public var seconds: Double
    }

    /// The calls, by task, model and role.
    public var lines: [Line]

    /// The rows whose number of calls has no bound but their budget.
    public var unbounded: [String]

    /// The least difference in accuracy that each task's problems can show, by task.
    public var minimumDetectable: [(task: String, problems: Int, difference: Double?)] {
        detectable.map { ($0.task, $0.problems, $0.difference) }
    }

    private struct Detectable: Hashable, Sendable {
        var task: String
        var problems: Int
        var difference: Double?
    }

    /// The share of problems on which two rows are assumed to differ, for the detectable difference.
    public static let assumedDiscordance = 0.2

    private let detectable: [Detectable]

    /// All expected spending together.
    public var expected: Spend { lines.reduce(.zero) { $0 + $1.expected } }

    /// The most spending together.
    public var most: Spend { lines.reduce(.zero) { $0 + $1.most } }

    /// The modelled seconds together.
    public var seconds: Double { lines.reduce(0) { $0 + $1.seconds } }

    /// Forecasts a plan.
    ///
    /// - Parameters:
    ///   - plan: what is going to be done.
    ///   - concurrency: the calls in flight that seconds assume; the rates of each model are those of
    ///     one stream.
    public init(_ plan: RunPlan, concurrency: Int) {
        var tallies: [ForecastKey: ForecastTally] = [:]
        var unbounded: [String] = []
        for row in plan.rows {
            guard let draws = row.strategy.needs.draws else {
                unbounded.append(row.description.label)
                continue
            }
            let wanted = max(draws, row.usesPool ? plan.header.pool ?? 0 : 0)
            tallies[ForecastKey(row, role: .policy), default: ForecastTally(row)].take(
                draws: wanted
            )
            guard row.strategy.needs.verifierCalls != nil else { continue }
            tallies[ForecastKey(row, role: .verifier), default: ForecastTally(row)]
                .take(draws: wanted)
        }
        lines = tallies.sorted { $0.key < $1.key }.compactMap { key, tally in
            tally.line(key, plan: plan, concurrency: concurrency)
        }
        self.unbounded = unbounded
        detectable = plan.tasks.map { task in
            Detectable(
                task: task.description.name,
                problems: task.problems.count,
                difference: PowerAnalysis.minimumDetectable(
                    discordance: Self.assumedDiscordance,
                    count: task.problems.count
                )
            )
        }
    }
}
