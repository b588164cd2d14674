import PonderCore
import Testing

struct BoxedReaderTests {
    private func read(_ text: String, isComplete: Bool = true) -> Answer? {
        BoxedReader().answer(in: text, isComplete: isComplete, of: Problem("?"))
    }

    @Test(arguments: [
        ("\\boxed{5}", "5"), ("\\boxed{ x  +\n1 }", "x + 1"), ("\\boxed{1,234}", "1234"),
        ("\\boxed{\\frac{1}{\\sqrt{2}}}", "\\frac{1}{\\sqrt{2}}"), ("\\fbox{7}", "7"),
        ("\\boxed{1} then\n\\boxed{2}", "2"), ("\\boxed {3}", "3"), ("$\\boxed 4$", "4"),
        ("\\boxed{\\boxed{6}}", "\\boxed{6}"), ("\\boxed{a\\}b}", "a\\}b"),
        ("\\boxed{50\\%}", "50%"), ("\\boxed{5} and } and {", "5"),
        ("\\boxed{1 \n and \\boxed{2}", "2"),
    ])
    func `the last outermost box is the answer`(text: String, expected: String) {
        #expect(read(text)?.canonical == expected)
        #expect(read(text, isComplete: false)?.canonical == expected)
    }

    @Test func `boxes on one line are a set`() {
        #expect(read("\\boxed{2} and \\boxed{1}") == read("\\boxed{1.0}, \\boxed{2}, \\boxed{1}"))
        #expect(read("\\boxed{2} and \\boxed{1}")?.canonical == "1, 2")
        #expect(read("\\boxed{2} and \\boxed{1}")?.text == "2, 1")
        #expect(read("\\boxed{9}\n\\boxed{2} or \\boxed{1}")?.canonical == "1, 2")
    }

    @Test(arguments: [
        "", "5", "\\boxed", "\\boxed{", "\\boxed{5", "\\boxed{5} or \\boxed{6", "\\boxed{ }",
        "\\boxedx{5}", "\\boxed 5", "\\boxed{5}<think>", "<think>\\boxed{5}</think>",
    ])
    func `nothing boxed is no answer`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `nesting and length are limited`() {
        func nested(_ depth: Int) -> String {
            let braces = String(repeating: "{", count: depth)
            return "\\boxed{x" + braces + braces.map { _ in "}" }.joined() + "}"
        }
        #expect(read(nested(199)) != nil)
        #expect(read(nested(200)) == nil)
        #expect(read("\\boxed{\(String(repeating: "1", count: 1000))}") != nil)
        #expect(read("\\boxed{\(String(repeating: "1", count: 1001))}") == nil)
    }
}
