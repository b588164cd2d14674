import PonderCore
import Testing

@Suite
struct RandomGeneratorTests {
    @Test(
        arguments: [
            (
                0,
                [
                    11_091_344_671_253_066_420, 13_793_997_310_169_335_082,
                    1_900_383_378_846_508_768, 7_684_712_102_626_143_532,
                ]
            ),
            (
                42,
                [
                    1_546_998_764_402_558_742, 6_990_951_692_964_543_102,
                    12_544_586_762_248_559_009, 17_057_574_109_182_124_193,
                ]
            ),
        ] as [(UInt64, [UInt64])]
    )
    func `the numbers of a seed never change`(_ seed: UInt64, _ numbers: [UInt64]) {
        var generator = RandomGenerator(seed: seed)
        #expect(numbers.map { _ in generator.next() } == numbers)
    }

    @Test
    func `bounded numbers, fractions and shuffles never change`() {
        var generator = RandomGenerator(seed: 42)
        let bounds = [1, 2, 10, 1000, 1 << 62, 3 << 61]
        let numbers = [0, 0, 6, 924, 4_573_888_244_516_329_369, 4_975_492_090_850_325_282]
        #expect(bounds.map { generator.integer(below: $0) } == numbers)
        generator = RandomGenerator(seed: 42)
        let fractions = [
            0.083_862_971_059_882_16, 0.378_980_250_662_668_6, 0.680_043_411_028_139_4,
        ]
        #expect(fractions.map { _ in generator.unitInterval() } == fractions)
        generator = RandomGenerator(seed: 42)
        var array = Array(0..<10)
        generator.shuffle(&array)
        #expect(array == [9, 1, 4, 2, 8, 7, 6, 5, 3, 0])
    }

    @Test
    func `bounded numbers cover their range evenly`() {
        var generator = RandomGenerator(Seed(1))
        var counts = [Int](repeating: 0, count: 7)
        for _ in 0..<70_000 { counts[generator.integer(in: -3...3) + 3] += 1 }
        // Five standard deviations of a count with mean 10,000.
        #expect(counts.allSatisfy { abs($0 - 10_000) < 463 })
    }

    @Test
    func `the seed of a part never changes`() {
        #expect(Seed(7).child("search", "gsm8k", "17").value == 3_864_622_538_872_056_965)
        #expect(Seed(0).child().value == 15_344_205_991_962_127_552)
    }

    @Test
    func `parts with other paths have other seeds`() {
        let seeds = [
            Seed(7).child("a", "b"), Seed(7).child("ab"), Seed(7).child("b", "a"),
            Seed(7).child("a"), Seed(8).child("a", "b"), Seed(7).child("a", "b", ""),
            Seed(7).child(),
        ]
        #expect(Set(seeds).count == seeds.count)
    }
}
