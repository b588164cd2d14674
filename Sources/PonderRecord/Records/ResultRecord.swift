public import PonderCore

/// What one row made of one problem in one epoch.
///
/// With a pool of draws the strategy runs once per replay over permutations of the pool; counts and
/// sums go over all replays, and the answer shown is that of the first, which reads the draws in
/// the order they were taken.
public struct ResultRecord: Hashable, Sendable, Codable {
    /// How a search of one problem ended.
    public enum Outcome: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
        /// It gave an answer, right or wrong.
        case answered
        /// No reply held an answer that could be read.
        case unparsable
        /// The output limit cut every reply before an answer.
        case truncated
        /// The model declined.
        case refused
        /// Every reply was empty.
        case empty
        /// Model calls failed.
        case failed
        /// The budget or the time had no room for even one call.
        case unaffordable
    }

    /// The row.
    public var row: Int
    /// The problem's id.
    public var problem: String
    /// The problem's place in the task, from 0.
    public var index: Int
    /// The epoch, from 0.
    public var epoch: Int
    /// The problem's difficulty, where the data says one.
    public var difficulty: String?
    /// How many replays the counts and sums go over.
    public var replays: Int
    /// In how many of them the answer was right.
    public var correct: Int
    /// In how many of them any candidate was right.
    public var covered: Int
    /// The number of candidates, over all replays.
    public var candidates: Int
    /// How the first replay ended.
    public var outcome: Outcome
    /// How many replays ended in each way; failed ones are neither right nor wrong.
    public var outcomes: [Outcome: Int]
    /// Why the first replay stopped.
    public var stop: StopReason
    /// The answer of the first replay.
    public var answer: String?
    /// The confidence of the first replay.
    public var confidence: Double
    /// What was charged, by role, over all replays.
    public var charged: [Role: Charge]
    /// The most that one replay was charged, unit by unit, in all roles together; `nil` if unknown.
    public var peak: Charge?
    /// The modelled critical path in microseconds, over all replays.
    public var modelledMicroseconds: Int
    /// What failed, if something did.
    public var error: String?

    /// Creates a record.
    ///
    /// By default all replays ended like the first one, and the peak of a single replay is its
    /// charge; the other arguments are the properties of the same names.
    public init(
        row: Int,
        problem: String,
        index: Int,
        epoch: Int,
        difficulty: String?,
        replays: Int,
        correct: Int,
        covered: Int,
        candidates: Int,
        outcome: Outcome,
        stop: StopReason,
        answer: String?,
        confidence: Double,
        charged: [Role: Charge],
        modelledMicroseconds: Int,
        error: String?,
        outcomes: [Outcome: Int]? = nil,
        peak: Charge? = nil
    ) {
        self.row = row
        self.problem = problem
        self.index = index
        self.epoch = epoch
        self.difficulty = difficulty
        self.replays = replays
        self.correct = correct
        self.covered = covered
        self.candidates = candidates
        self.outcome = outcome
        self.stop = stop
        self.answer = answer
        self.confidence = confidence
        self.charged = charged
        self.modelledMicroseconds = modelledMicroseconds
        self.error = error
        self.outcomes = outcomes ?? [outcome: replays]
        self.peak = peak
        if peak == nil, replays == 1 { self.peak = total }
    }

    /// The number of replays that did not fail: those that are right or not.
    public var scoredReplays: Int { replays - outcomes[.failed, default: 0] }

    /// The share of replays that were right among those that did not fail; `nil` if all failed.
    public var accuracy: Double? {
        scoredReplays > 0 ? Double(correct) / Double(scoredReplays) : nil
    }

    /// The share of replays in which any candidate was right among those that did not fail.
    public var coverage: Double? {
        scoredReplays > 0 ? Double(covered) / Double(scoredReplays) : nil
    }

    /// What was charged in all roles together, over all replays.
    public var total: Charge {
        charged.values.reduce(into: Charge()) { $0 += $1 }
    }

    /// What contradicts itself in the record, if something does.
    package var flaw: String? {
        let counts = [candidates, modelledMicroseconds, index, epoch, replays]
        if !counts.allSatisfy({ (0..<1 << 48).contains($0) }) {
            return "a count is negative or absurdly large"
        }
        if replays < 1 { return "a result needs a replay, not \(replays)" }
        let isOutside = outcomes.values.contains { !(0...replays).contains($0) }
        if isOutside || outcomes.values.reduce(0, +) != replays {
            return "the outcomes do not add up to \(replays) replays"
        }
        if !(0...scoredReplays).contains(correct) || !(0...scoredReplays).contains(covered) {
            return "of \(scoredReplays) replays, \(correct) cannot be right and \(covered) covered"
        }
        let charges = charged.values + [peak].compactMap { $0 }
        return charges.allSatisfy(\.isPlausible) ? nil : "a charge is negative or absurdly large"
    }
}
