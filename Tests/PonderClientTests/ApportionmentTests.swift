import PonderClient
import Testing

struct ApportionmentTests {
    @Test(arguments: [
        (10, [1, 1, 1], [4, 3, 3]), (11, [2, 4, 0], [4, 7, 0]), (3, [0, 0], [2, 1]),
        (0, [5, 5], [0, 0]), (7, [3], [7]), (1 << 40, [1 << 30, 1 << 30], [1 << 39, 1 << 39]),
    ])
    func `parts are in proportion and sum to the total`(
        total: Int,
        weights: [Int],
        expected: [Int]
    ) {
        let parts = Apportionment.divide(total, by: weights)
        #expect(parts == expected)
        #expect(parts.reduce(0, +) == total)
    }
}
