import PonderStatistics
import Testing

struct ResamplingGeneratorTests {
    @Test func `the sequence matches the published SplitMix64 vectors`() {
        var generator = ResamplingGenerator(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in generator.next() } == expected)
    }

    @Test func `bounded draws from seed 7 never change`() {
        var generator = ResamplingGenerator(seed: 7)
        #expect((0..<10).map { _ in generator.integer(below: 100) } == goldenBounded)
    }

    @Test(arguments: [1, 2, 3, 7, 1000, Int.max])
    func `bounded draws stay below the bound`(bound: Int) {
        var generator = ResamplingGenerator(seed: 3)
        let draws = (0..<1000).map { _ in generator.integer(below: bound) }
        #expect(draws.allSatisfy { (0..<bound).contains($0) })
    }

    @Test func `a bound near two thirds of the range is drawn evenly after rejection`() {
        // Without rejection the lower half of 0..<3·2^61 would be hit far more often.
        var generator = ResamplingGenerator(seed: 11)
        let bound = 3 << 61
        let draws = (0..<30_000).map { _ in generator.integer(below: bound) }
        let lower = draws.count { $0 < bound / 3 }
        // Five standard deviations of Bin(30000, 1/3).
        #expect(abs(lower - 10_000) < 410)
    }

    @Test func `each of six faces comes up a sixth of the time`() {
        var generator = ResamplingGenerator(seed: 5)
        var counts = [Int](repeating: 0, count: 6)
        for _ in 0..<60_000 { counts[generator.integer(below: 6)] += 1 }
        // Five standard deviations of Bin(60000, 1/6).
        #expect(counts.allSatisfy { abs($0 - 10_000) < 460 })
    }

    @Test func `unit doubles lie in the half-open unit interval with mean one half`() {
        var generator = ResamplingGenerator(seed: 9)
        let draws = (0..<20_000).map { _ in generator.unitDouble() }
        #expect(draws.allSatisfy { $0 >= 0 && $0 < 1 })
        #expect(isClose(draws.reduce(0, +) / 20_000, 0.5, within: 0.011))
    }

    @Test func `a bound of zero is a programmer error`() async {
        await #expect(processExitsWith: .failure) {
            var generator = ResamplingGenerator(seed: 0)
            _ = generator.integer(below: 0)
        }
    }

    private let goldenBounded = [38, 1, 90, 58, 45, 24, 46, 32, 13, 41]
}
