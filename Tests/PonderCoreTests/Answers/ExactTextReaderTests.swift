import PonderCore
import Testing

struct ExactTextReaderTests {
    private func read(_ text: String, isComplete: Bool = true) -> Answer? {
        ExactTextReader().answer(in: text, isComplete: isComplete, of: Problem("?"))
    }

    @Test(arguments: [
        ("Let me see.\n  New   York.\n\n", "new york"), ("The answer is **Paris**.", "paris"),
        ("Answer: \"Paris\"\nI am sure", "paris"), ("#### Rome", "rome"),
        ("#### Step 1\nRome", "rome"), ("\\boxed{Bern}", "bern"),
        ("`x + 1`", "x + 1"), ("答案", "答案"), ("ÉTÉ", "été"), ("a<think>b</think>", "a"),
    ])
    func `the answer is normalised in space and case`(text: String, expected: String) {
        #expect(read(text)?.canonical == expected)
    }

    @Test func `the answer is kept as it was written`() {
        #expect(read("The answer is **New  York**.")?.text == "New  York")
    }

    @Test(arguments: ["", " \n ", "***", "<think>Paris", String(repeating: "x", count: 1001)])
    func `a text without a short answer has none`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `a cut-off text needs a marked answer whose end can be seen`() {
        #expect(read("The answer is Paris\n", isComplete: false)?.canonical == "paris")
        #expect(read("The answer is Par", isComplete: false) == nil)
        #expect(read("Paris\n", isComplete: false) == nil)
    }
}
