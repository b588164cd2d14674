import PonderCore
import Testing

struct ExactNumberTests {
    @Test(arguments: [
        ("-5", "-5"), ("+5", "5"), ("\u{2212}5", "-5"), ("\u{2013}5", "-5"), ("007", "7"),
        ("1,234", "1234"), ("1,234.50", "2469/2"), ("$1,234.50", "2469/2"), ("-$3", "-3"),
        ("$-3", "-3"), ("\\$18.90", "189/10"), ("€7", "7"), ("3/4", "3/4"), ("6/8", "3/4"),
        ("-6/8", "-3/4"), ("1e3", "1000"), ("1.5E-2", "3/200"), (".5", "1/2"), ("5.", "5"),
        (" 42 ", "42"), ("1 234", "1234"), ("1\u{202f}234\u{202f}567", "1234567"),
        ("1{,}234", "1234"), ("10,\\!080", "10080"), ("2 1/2", "5/2"), ("-2 1/2", "-5/2"),
        ("\\frac{3}{4}", "3/4"), ("-\\frac{3}{4}", "-3/4"), ("\\dfrac34", "3/4"),
        ("3\\frac{1}{2}", "7/2"), ("0.000", "0"), ("-0", "0"), ("25.0", "25"),
    ])
    func `a number is read exactly and spelt canonically`(text: String, canonical: String) {
        #expect(ExactNumber(text)?.description == canonical)
    }

    @Test(arguments: [
        "", " ", "five", "5 dollars", "1,5", "1,23", "12,34", "1/0", "1:2", "1.2.3", "x2", "2^3",
        "--5", "5-3", "1e999999999999999999999", "50%", "3 4", "1/2/3", ".", "-", "1e", "0x10",
        "5th",
        "99999999999999999999999999999999999999999",
    ])
    func `a text that is not one number in range is refused`(text: String) {
        #expect(ExactNumber(text) == nil)
    }

    @Test func `a percentage is kept apart from the number of hundredths`() throws {
        let percent = try #require(WrittenNumber("50%"))
        #expect(percent.isPercent)
        #expect(percent.value == ExactNumber(50))
        #expect(percent.description == "50%")
        #expect(WrittenNumber("12.5\\%")?.description == "25/2%")
        #expect(WrittenNumber("0.5")?.description == "1/2")
        #expect(WrittenNumber("50")?.isPercent == false)
    }

    @Test func `arithmetic is exact`() throws {
        let third = try #require(ExactNumber(1, over: 3))
        let sixth = try #require(ExactNumber(-1, over: -6))
        #expect(third.adding(sixth)?.description == "1/2")
        #expect(third.subtracting(sixth) == sixth)
        #expect(third.multiplied(by: ExactNumber(6)) == ExactNumber(2))
        #expect(third.divided(by: sixth) == ExactNumber(2))
        #expect(third.raised(to: 3)?.description == "1/27")
        #expect(third.raised(to: -2) == ExactNumber(9))
        #expect(third.raised(to: 0) == ExactNumber(1))
        #expect(third.negated.description == "-1/3")
    }

    @Test func `arithmetic out of range gives nothing`() throws {
        let huge = try #require(ExactNumber(.max, over: 1))
        #expect(huge.adding(huge) == nil)
        #expect(huge.multiplied(by: huge) == nil)
        #expect(huge.negated.subtracting(ExactNumber(2)) == nil)
        #expect(huge.raised(to: 2) == nil)
        #expect(ExactNumber(2).raised(to: 127) == nil)
        #expect(ExactNumber(1).divided(by: ExactNumber(0)) == nil)
        #expect(ExactNumber(0).raised(to: -1) == nil)
        #expect(ExactNumber(.min, over: 1) == nil)
        #expect(ExactNumber(1, over: .min) == nil)
        #expect(ExactNumber(1, over: 0) == nil)
    }
}
