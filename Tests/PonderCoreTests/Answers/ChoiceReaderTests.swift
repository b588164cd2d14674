import PonderCore
import Testing

struct ChoiceReaderTests {
    private let problem = Problem("Which city?", choices: ["Paris", "Rome", "-5", "5", "A dog"])

    private func read(_ text: String, isComplete: Bool = true) -> String? {
        ChoiceReader().answer(in: text, isComplete: isComplete, of: problem)?.canonical
    }

    @Test(arguments: [
        ("\\boxed{B}", "B"), ("\\boxed{\\text{B}}", "B"), ("\\boxed{\\textbf{(C)}}", "C"),
        ("\\boxed{Rome}", "B"), ("The answer is (B).", "B"), ("The answer is B", "B"),
        ("answer: b", "B"), ("**Answer: D**", "D"), ("Answer: Option C", "C"),
        ("The answer is A. Then the answer is (C).", "C"), ("The answer is Rome.", "B"),
        ("The answer is A dog.", "E"), ("The answer is -5", "C"), ("the answer is 5", "D"),
        ("(A) is wrong, (B) is right", "B"), ("#### D", "D"), ("B", "B"), ("B) Rome", "B"),
        ("It must be\nrome.", "B"), ("My pick: C, since it fits", "C"), ("c", "C"),
        ("The answer is unclear, but (B) fits", "B"), ("<think>(A)</think>(B)", "B"),
    ])
    func `the letter of the chosen option is read`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(arguments: [
        "", "I cannot say.", "A dog barks at Rome", "(F)", "The answer is F", "Zebra: Fish",
        "I think so", "<think>B",
    ])
    func `a text that chooses nothing has no answer`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `a cut-off text needs a marked choice whose end can be seen`() {
        #expect(read("The answer is (B).\n", isComplete: false) == "B")
        #expect(read("\\boxed{B}", isComplete: false) == "B")
        #expect(read("The answer is A", isComplete: false) == nil)
        #expect(read("(A) or (B)", isComplete: false) == nil)
    }

    @Test func `a problem without choices has no readable answer`() {
        let reader = ChoiceReader()
        #expect(reader.answer(in: "B", isComplete: true, of: Problem("?")) == nil)
        let many = Problem("?", choices: (0..<27).map { "\($0)" })
        #expect(reader.answer(in: "B", isComplete: true, of: many) == nil)
    }

    @Test func `a text that two options share names neither`() {
        let twins = Problem("?", choices: ["same", "Same.", "other"])
        let reader = ChoiceReader()
        #expect(reader.answer(in: "same", isComplete: true, of: twins) == nil)
        #expect(reader.answer(in: "other", isComplete: true, of: twins)?.canonical == "C")
    }
}
