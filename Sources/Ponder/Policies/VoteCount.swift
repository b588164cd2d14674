import OrderedCollections

/// Counts votes, or sums of weights, and names the leader; of equals, the one seen first leads.
///
/// - Complexity: O(1) amortised per vote, O(answers) for the leader.
struct VoteCount<Value: Hashable & Sendable>: Sendable {
    /// A value with what it has.
    struct Entry: Sendable {
        var value: Value
        var weight: Double
        var count: Int
    }

    private var entries: OrderedDictionary<Value, (weight: Double, count: Int)> = [:]

    /// The sum of all weights.
    private(set) var totalWeight = 0.0

    /// The number of votes.
    private(set) var totalCount = 0

    /// Adds a vote.
    mutating func add(_ value: Value, weight: Double = 1) {
        precondition(
            weight >= 0 && weight.isFinite,
            "a vote's weight must be finite, not \(weight)"
        )
        entries[value, default: (0, 0)].weight += weight
        entries[value, default: (0, 0)].count += 1
        totalWeight += weight
        totalCount += 1
    }

    /// The value with the largest weight; of equals the one with more votes, then the first seen.
    var leader: Entry? {
        var best: Entry?
        for (value, tally) in entries {
            if let standing = best,
                (standing.weight, standing.count) >= (tally.weight, tally.count)
            {
                continue
            }
            best = Entry(value: value, weight: tally.weight, count: tally.count)
        }
        return best
    }
}
