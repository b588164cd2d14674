import PonderCore
import PonderTasks
import Testing

struct ExpressionReaderTests {
    private func read(_ text: String, isComplete: Bool = true) -> Answer? {
        ExpressionReader().answer(in: text, isComplete: isComplete, of: Problem("?"))
    }

    @Test(arguments: [
        ("(10-4)*(13-9)", "(10 - 4) * (13 - 9)"),
        ("Answer: (10 - 4) * (13 - 9) = 24", "(10 - 4) * (13 - 9)"),
        ("4*6 = 24.", "4 * 6"), ("10 - 4 = 6\nAnswer: 4 * 6", "4 * 6"), ("((4))*((6))", "4 * 6"),
        ("4 × 6 ÷ 2 − 1", "4 * 6 / 2 - 1"), ("4 x 6", "4 * 6"), ("10x4", "10 * 4"),
        (#"\boxed{\frac{8}{3 - \frac{8}{3}}}"#, "8 / (3 - 8 / 3)"),
        (#"$4 \times 6 \div 2$"#, "4 * 6 / 2"),
        (#"\[\left(1+2\right) \cdot 3 \cdot 4\]"#, "(1 + 2) * 3 * 4"),
        ("**Answer:** `1+2`", "1 + 2"),
        ("So we get (1+2)*8 = 24!", "(1 + 2) * 8"), ("The answer is 4*6. Checked.", "4 * 6"),
        ("8-(3-2)", "8 - (3 - 2)"), ("8-3-2", "8 - 3 - 2"), ("8/(4/2)", "8 / (4 / 2)"),
        ("#### 3+21", "3 + 21"), ("<think>1+1</think>4*6", "4 * 6"), ("（1+2）×8", "(1 + 2) * 8"),
        ("(a) 4*6", "4 * 6"), ("1+23 (uses 1 and 23, once each - done)", "1 + 23"),
        ("Answer: 4*6=24 ✓", "4 * 6"),
    ])
    func `the expression is read and normalised`(text: String, canonical: String) {
        #expect(read(text)?.canonical == canonical)
    }

    @Test(arguments: [
        "", "no idea", "24", "2**3*3", "7//2", "1.5*2", "2^3*3", "-4*6", "4*-6", "4 6", "(4*6",
        "4*6)",
        "sqrt(4)*12", #"\sqrt{4*36} + 1"#, "√(4*36)+1", "4!*1", "(4+5)!", "4(6)", "4*6=24=24",
        "12 % 5 + 1",
        "04*6", "1,200/50", "4*6 = 2*12", "x = 4*6", "4*6*", "4**6", #"\boxed{(4}*6}"#,
        "<think>4*6",
        "99999999999999999999*1", "4²*2",
    ])
    func `anything outside the strict grammar is no answer`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `a cut-off text needs a marked expression whose end can be seen`() {
        #expect(read("Answer: 4*6\n", isComplete: false)?.canonical == "4 * 6")
        #expect(read("\\boxed{4*6}", isComplete: false)?.canonical == "4 * 6")
        #expect(read("Answer: 4*6", isComplete: false) == nil)
        #expect(read("4*6\n", isComplete: false) == nil)
    }

    @Test func `nesting and length are limited`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "1+2" + String(repeating: ")", count: depth)
        }
        #expect(read(nested(199))?.canonical == "1 + 2")
        #expect(read(nested(200)) == nil)
        #expect(read("1" + String(repeating: "+1", count: 400)) != nil)
        #expect(read("1" + String(repeating: "+1", count: 100_000)) == nil)
    }

    @Test func `the canonical form is read as the same expression`() throws {
        var generator = RandomGenerator(seed: 5)
        for _ in 0..<2000 {
            let expression = Self.random(depth: 4, with: &generator)
            let parsed = try #require(ExpressionReader.parse("\(expression)"))
            #expect(parsed.value == expression.value)
            #expect(parsed.literals == expression.literals)
            #expect("\(parsed)" == "\(expression)")
        }
    }

    private static func random(
        depth: Int,
        with generator: inout RandomGenerator
    ) -> ArithmeticExpression {
        if depth == 0 || generator.integer(below: 4) == 0 {
            return .literal(generator.integer(below: 20))
        }
        let sign = ArithmeticOperator.allCases[generator.integer(below: 4)]
        let left = random(depth: depth - 1, with: &generator)
        return .operation(sign, left, random(depth: depth - 1, with: &generator))
    }
}
