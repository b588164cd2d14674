import PonderCore
import Testing

/// Texts that are made to send a careless reader back over what it has read.
struct ReaderVisitTests {
    private static let units = [
        "a", "answer ", "answer is ", "#### ", "####", "\\boxed{", "}", "{", "\\boxed", "\\fbox{1}",
        "1", "1 ", "1,", "1.", "1/", "1-", "-1", "1 1", "1 1/2 ", "1e", "\\frac{1", "\\frac11", "$",
        "```\n",
        "\n", " ", "(B)", ": B ", "<", "<think></think>", "</think>", "Step 1", "= ", "é", "。", "*",
        "\\",
    ]

    @Test(arguments: units)
    func `every byte is visited a bounded number of times`(unit: String) {
        let text = String(repeating: unit, count: 20_000 / unit.utf8.count)
        let bound = 20 * text.utf8.count + 500
        let choices = ["one", "two", "three", "four"]
        for isComplete in [true, false] {
            var bytes = TextBytes(text)
            _ = LastNumberReader().answer(in: &bytes, isComplete: isComplete)
            #expect(bytes.visits <= bound, "last number: \(bytes.visits)")
            bytes = TextBytes(text)
            _ = BoxedReader().answer(in: &bytes)
            #expect(bytes.visits <= bound, "boxed: \(bytes.visits)")
            bytes = TextBytes(text)
            _ = ChoiceReader().answer(in: &bytes, isComplete: isComplete, choices: choices)
            #expect(bytes.visits <= bound, "choice: \(bytes.visits)")
            bytes = TextBytes(text)
            _ = ExactTextReader().answer(in: &bytes, isComplete: isComplete)
            #expect(bytes.visits <= bound, "exact text: \(bytes.visits)")
        }
    }
}
