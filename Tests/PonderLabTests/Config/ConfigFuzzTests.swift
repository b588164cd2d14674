import PonderCore
import PonderLab
import Testing

struct ConfigFuzzTests {
    /// Bytes that mean something to YAML, which plain noise would hit too seldom.
    private static let marks =
        Array("{}[]:,&*!|>'\"%@`#-? \n\t\r\\~<$e.0129_\u{0}".utf8) + [0xFF, 0xC3]

    @Test(arguments: 0..<20)
    func `Damaged configs load or are refused with places inside the file`(_ part: Int) throws {
        let original = Array(ConfigFixture.example.utf8)
        var generator = RandomGenerator(seed: UInt64(part))
        var refused = 0
        for _ in 0..<1000 {
            var bytes = original
            for _ in 0...generator.integer(below: 4) { Self.damage(&bytes, using: &generator) }
            do {
                let experiment = try ConfigFixture.loader.experiment(bytes, path: "lab/config.yaml")
                #expect(!experiment.rows.isEmpty)
                #expect(try ConfigFixture.load(experiment.resolvedYAML) == experiment)
            } catch let error as ExperimentError {
                refused += 1
                let lines = bytes.split(
                    separator: UInt8(ascii: "\n"),
                    omittingEmptySubsequences: false
                )
                let most = lines.count + bytes.count { $0 == UInt8(ascii: "\r") } + 1
                #expect(error.diagnostics.allSatisfy { (1...most).contains($0.line ?? 0) })
            }
        }
        #expect(refused > 100)
    }

    @Test func `Deep nesting is refused`() {
        for depth in [100, 999, 100_000] {
            let text =
                "a: " + String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
            #expect(!ConfigFixture.mistakes(text).isEmpty)
            let blocks = (0..<min(depth, 900)).map { String(repeating: " ", count: $0) + "a:" }
            #expect(!ConfigFixture.mistakes(blocks.joined(separator: "\n")).isEmpty)
        }
    }

    @Test func `Aliases that multiply are refused at once`() {
        var lines = ["a0: &a0 x"]
        for level in 1...40 {
            lines.append("a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]")
        }
        lines.append("? *a40\n: x")
        let mistakes = ConfigFixture.mistakes(lines.joined(separator: "\n"))
        #expect(mistakes.contains { $0.message.contains("anchors and aliases are not read") })
    }

    @Test func `A file of a thousand repeated keys is reported in full`() {
        let text = (0..<300).map { "k\($0 % 150): 1" }.joined(separator: "\n")
        let repeated = ConfigFixture.mistakes(text).filter { $0.message.contains("written twice") }
        #expect(repeated.map(\.line) == Array(151...300))
    }

    @Test func `A file that is too large is refused`() {
        let text = "name: " + String(repeating: "x", count: 1 << 20)
        #expect(ConfigFixture.mistakes(text).first?.message.contains("larger than") == true)
    }

    private static func damage(_ bytes: inout [UInt8], using generator: inout RandomGenerator) {
        let place = generator.integer(below: bytes.count)
        let mark = marks[generator.integer(below: marks.count)]
        switch generator.integer(below: 5) {
        case 0: bytes[place] = UInt8(generator.integer(below: 256))
        case 1: bytes[place] = mark
        case 2: bytes.insert(mark, at: place)
        case 3:
            bytes.removeSubrange(place..<min(bytes.count, place + 1 + generator.integer(below: 8)))
        default:
            let end = min(bytes.count, place + 1 + generator.integer(below: 40))
            bytes.insert(contentsOf: bytes[place..<end], at: generator.integer(below: bytes.count))
        }
    }
}
