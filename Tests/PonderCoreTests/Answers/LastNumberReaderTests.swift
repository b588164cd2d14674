import PonderCore
import Testing

struct LastNumberReaderTests {
    private let problem = Problem("How many?")

    private func read(_ text: String, isComplete: Bool = true) -> Answer? {
        LastNumberReader().answer(in: text, isComplete: isComplete, of: problem)
    }

    @Test(arguments: [
        ("4 + 5 = 9\n#### 9", "9"), ("#### $1,234.50", "2469/2"), ("#### -5\n", "-5"),
        ("####72 dollars", "72"), ("#### **72**", "72"), ("#### 12\n#### 13", "13"),
        ("#### Step 2\nThe answer is 7.", "7"), ("#### 5\nSo \\boxed{6}", "6"),
        ("\\boxed{6}\n#### 5", "5"), ("\\boxed{1{,}234}", "1234"), ("\\boxed{x = 5}", "5"),
        ("\\boxed{\\frac{3}{4}}", "3/4"), ("\\boxed{18 \\text{ dollars}}", "18"),
        ("The answer is 42.", "42"), ("**Answer:** 42 apples", "42"), ("Answer:\n\n42", "42"),
        ("the answer is 3 + 4 = 7 apples for 2 men", "7"), ("The answer is 5. I had 3.", "5"),
        ("The answer is 5. No, the answer is 6.", "6"), ("answer is $18 per day for 7 days", "18"),
        ("The answer is not 5.\nIt is 6", "6"), ("The answer is \\boxed{-3}.", "-3"),
        ("The answer is 1 234.", "1234"), ("The answer is unknown. I see 5 men", "5"),
    ])
    func `a marked number is the answer`(text: String, expected: String) {
        #expect(read(text)?.canonical == expected)
    }

    @Test(arguments: [
        ("so he has 12 dollars", "12"), ("total = 72", "72"), ("it costs $1,234.50.", "2469/2"),
        ("between 10-12", "12"), ("between 10\u{2013}12", "12"), ("it is -5", "-5"),
        ("5 - 3", "3"), ("- 7 apples", "7"), ("I get 9 for x^2", "9"), ("9 and x_{12}", "9"),
        ("9 of H2O", "9"), ("9 is not 10^6", "9"), ("9 at 10:30", "9"), ("9 in v1.2.3", "9"),
        ("9 on 2024-01-05", "9"), ("9 on 1/2/2024", "9"), ("9 on the 5th", "9"),
        ("The total is 9.\nStep 3: done", "9"), ("it is 9\n3. so we are done", "9"),
        ("it is 9\n(3) so we are done", "9"), ("it is\n9.", "9"), ("3/4 of it", "3/4"),
        ("2 1/2 cups", "5/2"), ("a\u{0301} 1e3 b", "1000"), ("50%", "50"), ("答案是42。", "42"),
        ("9\n```\nx = 5\n```\n", "9"), ("```\n42\n```", "42"), ("**8**", "8"),
        ("about .5 cm", "1/2"),
        ("cost -$5", "-5"), ("\u{2212}5 degrees", "-5"), ("7 👍", "7"), ("1,5", "5"),
    ])
    func `without a mark the last number is the answer`(text: String, expected: String) {
        #expect(read(text)?.canonical == expected)
    }

    @Test(arguments: [
        "", "I cannot help with that.", "x2 and y_3", "#### ", "\\boxed{}", "…",
        "1/0", "99999999999999999999999999999999999999999",
    ])
    func `a text without a number has no answer`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `a last number that is too long hides no earlier one`() {
        #expect(read("first 5, then \(String(repeating: "9", count: 60))") == nil)
    }

    @Test(arguments: [
        ("#### 42\n", "42"), ("\\boxed{42}", "42"), ("The answer is 42.\n", "42"),
        ("The answer is 42. So", "42"),
    ])
    func `a cut-off text is read where the end of a marked answer can be seen`(
        text: String,
        expected: String
    ) {
        #expect(read(text, isComplete: false)?.canonical == expected)
    }

    @Test(arguments: [
        "#### 42", "#### 42.", "The answer is 42", "The answer is 42.", "so 6 times 7 is 42\n",
        "\\boxed{42", "The answer is \\boxed{4", "",
    ])
    func `a cut-off text whose answer may go on has none`(text: String) {
        #expect(read(text, isComplete: false) == nil)
    }

    @Test(arguments: [
        ("<think>maybe 5</think>It is 6", "6"), ("maybe 5</think>It is 6", "6"),
        ("It is 6<think>or 5</think>", "6"), ("<think>a<think>b</think>5</think>6", "6"),
        ("<thinking>\\boxed{5}</thinking>\\boxed{6}", "6"), ("1<think>2</think>3", "3"),
    ])
    func `thinking is not read`(text: String, expected: String) {
        #expect(read(text)?.canonical == expected)
    }

    @Test(arguments: ["<think>so it is 5", "It is 6 <think>or 5", "<think>5</think>"])
    func `thinking that never ends leaves no answer`(text: String) {
        #expect(read(text) == nil)
    }

    @Test func `the answer is kept as it was written`() {
        #expect(read("It costs $1,234.50.")?.text == "$1,234.50")
        #expect(read("so -$5")?.text == "-$5")
    }
}
