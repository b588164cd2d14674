import Ponder
import PonderTestKit

/// A row of searches under random caps, and everything that may happen to it.
struct RandomRow: Sendable {
    var seed: Seed
    var problems: [Problem]
    var strategies: [any Strategy]
    var perProblem = Budget.unlimited
    var perRow = Budget.unlimited
    var spendLimit = Budget.unlimited
    var concurrency = 8
    var plan = FaultPlan()
    var retries = RetryPolicy()
    var records = true
    /// The number of the attempt at which everything is cancelled.
    var cancelledAtAttempt: Int?

    /// Creates a row without faults, with random caps that mostly bind.
    init(seed: Seed, problems count: ClosedRange<Int>) {
        var random = RandomGenerator(seed.child("row"))
        self.seed = seed
        let problemCount = random.integer(in: count)
        problems = (0..<problemCount).map { index in
            let words = String(repeating: "long ", count: random.integer(below: 10))
            return Problem("a \(words)question \(index)", id: "\(index)")
        }
        strategies = []
        for index in 0..<problemCount {
            strategies.append(Self.strategy(seed.child("\(index)"), &random))
        }
        perProblem = Self.budget(calls: 8, &random)
        perRow = Self.budget(calls: 6 * problemCount, &random)
    }

    /// Adds faults, cancellations, a spend limit and a concurrency, all random.
    mutating func goWrong() {
        var random = RandomGenerator(seed.child("faults"))
        concurrency = random.integer(in: 1...64)
        records = random.integer(below: 5) > 0
        retries = RetryPolicy(maximumAttempts: random.integer(in: 1...4))
        func chance(_ most: Int) -> Int {
            random.integer(below: 2) == 0 ? 0 : random.integer(below: most)
        }
        plan.latency = chance(6)
        plan.slow = chance(100)
        plan.knownFailure = chance(200)
        plan.unknownFailure = chance(200)
        plan.unreached = chance(100)
        plan.permanentFailure = chance(60)
        plan.missingUsage = chance(150)
        plan.fatalFailure = random.integer(below: 20) == 0 ? 40 : 0
        plan.overLimit = random.integer(below: 20) == 0 ? 40 : 0
        if random.integer(below: 4) == 0 { cancelledAtAttempt = random.integer(in: 1...20) }
        if random.integer(below: 4) == 0 {
            spendLimit = Self.budget(calls: 5 * problems.count, &random)
        }
    }

    private static func strategy(_ seed: Seed, _ random: inout RandomGenerator) -> any Strategy {
        let draws = random.integer(in: 1...12)
        let width = random.integer(in: 1...12)
        switch random.integer(below: 5) {
        case 0: return SelfConsistency(draws: draws, width: width)
        case 1: return SelfConsistency(draws: 100, width: width)
        case 2:
            return BestOfN(draws: draws, width: width, verifier: YesNoJudge(method: .sampling))
        case 3:
            let verifier = YesNoJudge(method: .logProbabilities)
            return WeightedVote(draws: draws, width: width, verifier: verifier)
        default: return PatchworkStrategy(waves: draws, width: width, seed: seed)
        }
    }

    private static func budget(calls: Int, _ random: inout RandomGenerator) -> Budget {
        var budget = Budget()
        func cap(_ most: Int) -> Int? {
            random.integer(below: 3) == 0 ? random.integer(in: 0...most) : nil
        }
        budget.outputTokens = cap(calls * 20)
        budget.totalTokens = cap(calls * 60)
        budget.calls = cap(calls)
        budget.cost = cap(calls * 250).map { Cost(picoDollars: Int64($0)) }
        budget.flops = cap(calls * 60000).map { Int128($0) }
        return budget
    }
}
