import PonderCore
import PonderTasks
import Testing

struct MathReaderTests {
    private func read(_ text: String, isComplete: Bool = true) -> Answer? {
        MathReader().answer(in: text, isComplete: isComplete, of: Problem("?"))
    }

    @Test(arguments: [
        (#"\boxed{\frac{1}{2}}"#, "1/2"), (#"first \boxed{1}, then \boxed{2}"#, "{1, 2}"),
        ("\\boxed{1}\n\\boxed{2}", "2"), (#"The answer is $\frac{3}{6}$."#, "1/2"),
        ("Final Answer: The final answer is 7. I hope it is correct.", "7"), ("so we get 12", "12"),
        ("#### Step 2\nso 12", "12"), ("#### x^2", "x^2"),
        (#"\boxed{x^2+2x+1}"#, "x^2+2*x+1"), (#"\boxed{(1, 2)}"#, "(1, 2)"),
        (#"\boxed{[1, 2)}"#, "[1, 2)"),
        (#"\boxed{x \le 3}"#, "(-oo, 3]"), (#"\boxed{50\%}"#, "50%"), (#"\boxed{2,1,2}"#, "{1, 2}"),
        (#"\boxed{6-5i}"#, "6+(-5)i"), (#"\boxed{\text{East}}"#, "east"), (#"\fbox{3}"#, "3"),
    ])
    func `answers get a canonical form`(text: String, canonical: String) {
        #expect(read(text)?.canonical == canonical)
    }

    @Test(arguments: [
        (#"2\sqrt{3}"#, #"\sqrt{12}"#), ("x=4", "4"), ("0.5", #"\frac12"#),
        (#"\frac{2}{4}"#, "1/2"),
        (#"(x+1)^2"#, "x^2+2x+1"), (#"\{2,1\}"#, "1, 2"),
        (#"1\pm\sqrt2"#, #"1-\sqrt{2}, 1+\sqrt{2}"#),
        (#"\frac{\sqrt2}{2}"#, #"\frac{1}{\sqrt{2}}"#), (#"2\sin x\cos x"#, #"\sin 2x"#),
        ("y=2x", "2y-4x=0"), (#"\cos 60^\circ"#, "1/2"), (#"76^\circ"#, "76"), ("5 cm", "5"),
        (#"(\sqrt2)^2"#, "2"), (#"\pi/2 + \pi/2"#, #"\pi"#),
    ])
    func `equal answers vote together`(left: String, right: String) {
        #expect(read("\\boxed{\(left)}") == read("\\boxed{\(right)}"))
    }

    @Test(arguments: [
        ("3", #"3\%"#), ("(1,2)", "[1,2]"), ("(1,2)", "1,2"), ("(1,2)", "1<x<2"),
        ("1.33", #"\frac43"#),
        ("40_9", "40"), ("x", "y"), (#"\sqrt2"#, "1.414213562"),
    ])
    func `different answers vote apart`(left: String, right: String) {
        #expect(read("\\boxed{\(left)}") != read("\\boxed{\(right)}"))
    }

    @Test(arguments: ["", "I do not know.", "\\boxed{x", "\\boxed{}", "<think>\\boxed{5}"])
    func `a text without an answer has none`(text: String) {
        #expect(read(text) == nil)
        #expect(read(text, isComplete: false) == nil)
    }

    @Test func `a cut-off text needs a marked answer whose end can be seen`() {
        #expect(read("\\boxed{5} and then", isComplete: false)?.canonical == "5")
        #expect(read("The answer is 5.\n", isComplete: false)?.canonical == "5")
        #expect(read("The answer is 5", isComplete: false) == nil)
        #expect(read("we get 5\n", isComplete: false) == nil)
    }

    @Test(arguments: [
        "{", "(", "\\sqrt{", "-", "x", "x^", "1+", "\\frac{1}{", "|", "9^{", "((x+y)^9", "±",
    ])
    func `a long or deep answer is read without harm`(unit: String) {
        let long = String(repeating: unit, count: 900 / unit.utf8.count)
        #expect(!MathEquivalence.holds(between: long, and: "7"))
        let opening = unit.utf8.filter { $0 == UInt8(ascii: "{") }.count
        let closed = long + String(repeating: "}", count: opening * 900 / unit.utf8.count)
        #expect(!MathEquivalence.holds(between: closed, and: "7"))
        #expect(read("\\boxed{\(closed)}") != read("\\boxed{7}"))
    }
}
