import PonderReport
import Testing

struct NumberTextTests {
    @Test(arguments: [
        (0.0, 1, "0.0"), (-0.04, 1, "0.0"), (-0.06, 1, "-0.1"), (2.5, 0, "3"), (1.005, 2, "1.00"),
        (12.0, 3, "12.000"), (0.05, 1, "0.1"), (-.infinity, 1, "-∞"), (.nan, 1, "–"),
    ])
    func `fixed digits never show a negative zero`(value: Double, digits: Int, text: String) {
        #expect(NumberText.fixed(value, digits) == text)
    }

    @Test(arguments: [
        (999.0, "999"), (999.6, "1.00 k"), (1234.0, "1.23 k"), (315_059_051_059.2, "315 G"),
        (1.88e12, "1.88 T"), (0.0, "0"), (7.0, "7.00"),
    ])
    func `large numbers have metric prefixes`(value: Double, text: String) {
        #expect(NumberText.metric(value) == text)
    }

    @Test(arguments: [
        (0.0000155, "0.0000155"), (1234.5, "1,235"), (0.1, "0.100"), (12.34, "12.3"),
        (-0.5, "-0.500"), (1_234_567.0, "1,234,567"),
    ])
    func `significant digits come without exponents`(value: Double, text: String) {
        #expect(NumberText.significant(value) == text)
    }

    @Test func `differences carry their sign, and unknown figures a dash`() {
        #expect(NumberText.points(0.083) == "+8.3")
        #expect(NumberText.points(-0.083) == "-8.3")
        #expect(NumberText.points(-0.0001) == "0.0")
        #expect(NumberText.percent(nil) == "–")
        #expect(NumberText.interval(0.1, nil) == "–")
        #expect(NumberText.probability(0.0001) == "<0.001")
    }
}
