import PonderCore

/// The orders in which a pool of draws is replayed.
///
/// All rotations of the order in which the draws were taken, then all rotations of random orders,
/// at least a hundred in all. Every draw stands at every place equally often, so means over single
/// draws, and mean costs of any fixed number of draws, are exact. All rows see the same orders.
struct PoolPermutations: Sendable {
    private static let fewest = 100

    let orders: [[Int]]

    init(size: Int, seed: Seed) {
        precondition(size >= 1, "a pool holds at least one draw")
        var generator = RandomGenerator(seed.child("permutations"))
        let taken = Array(0..<size)
        let bases = (Self.fewest + size - 1) / size
        orders = (0..<bases).flatMap { base -> [[Int]] in
            var order = taken
            if base > 0 { generator.shuffle(&order) }
            return taken.map { shift in Array(order[shift...] + order[..<shift]) }
        }
    }
}
