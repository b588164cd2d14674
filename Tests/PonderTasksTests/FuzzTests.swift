import PonderCore
import PonderTasks
import Testing

/// Reads a hundred thousand hostile replies with every reader.
struct FuzzTests {
    private static let problem = Problem("Which?", choices: ["red", "blue", "5", "-5"])

    private static let pieces = [
        "-5", "1,234", "3/4", "1e3", "$1,234.50", "−5", ".5", "50%", "50\\%", "1e999999999", "0/0",
        "10-12",
        "2024-01-05", "9999999999999999999999999999999999999999999", "x^2", "1.2.3", "10:30", "5th",
        "1{,}234",
        "#### ", "####", "\\boxed{", "\\boxed ", "\\fbox{", "\\frac{", "\\frac12", "}{", "}", "{",
        "\\{", "\\",
        "The answer is ", "answer: ", "**Answer:** ", "Final answer is not ", "(B)", " B ", ": C",
        "\\text{D}",
        "```\n", "```swift\nlet x = 5\n```\n", "\n", "\n\n", "\r\n", " ", ". ", "。", "=", " = 24",
        "*", "(", ")",
        "+", "/", "÷", "×", "\\times ", "\\div ", "4*6", "(10-4)*(13-9)", "2**3", "√", "²", "!",
        "%", "\\sqrt[3]{",
        "\\begin{pmatrix}", "\\end{pmatrix}", " & ", "\\\\", "\\left(", "\\right]", "\\pm ",
        "\\infty", "\\cup ",
        "x = ", "<", "\\le ", "[", "]", ",", ";", "\\{1,2\\}", "1 \\text{ cm}^2", "^\\circ", "|",
        "_9", "\\overline{3}",
        "<think>", "</think>", "<thinking>", "</thinking>",
        "I'm sorry, but I can't help with that.", "red", "Blue.",
        "👍🏽", "答案是", "三十五", "é", "e\u{301}", "\u{202f}", "\u{a0}", "\u{0}", "\u{feff}", "\u{2028}",
        "Step 3: ", "3. ",
        "H2O", "USD", "km", "\\unknown", "\\text{", "\\mathbb{R}", "sin ", "\\log_2 ",
        "9^{9^{9^9}}", "100!",
    ]

    private static func reply(_ generator: inout RandomGenerator) -> String {
        var text = ""
        for _ in 0..<generator.integer(below: 16) {
            text += pieces[generator.integer(below: pieces.count)]
        }
        guard generator.integer(below: 8) == 0 else { return text }
        let cut = generator.integer(below: text.utf8.count + 1)
        return String(decoding: Array(text.utf8.prefix(cut)), as: UTF8.self)
    }

    /// Reads one text with every reader and checks what they return.
    ///
    /// What is checked: no reader traps; none looks at a byte more than `visitsPerByte` times, beside
    /// a constant; and the answer is really in the text: the written answer is a part of it (each part
    /// of an answer that several boxes make), the canonical number is the value of the written one,
    /// the canonical letter is written or names the option written, and the canonical expression has
    /// the literals of the written one.
    ///
    /// - Returns: how many of the readers found an answer.
    private static func check(_ text: String, isComplete: Bool) -> Int {
        var found = 0
        func visits(_ read: (inout TextBytes) -> Answer?) -> Answer? {
            var bytes = TextBytes(text)
            let answer = read(&bytes)
            #expect(bytes.visits <= visitsPerByte * text.utf8.count + 500, "\(text.prefix(200))")
            found += answer == nil ? 0 : 1
            return answer
        }
        func holds(_ part: String) -> Bool { text.contains(bytesOf: part) }

        if let answer = visits({ LastNumberReader().answer(in: &$0, isComplete: isComplete) }) {
            #expect(holds(answer.text), "\(text) gave \(answer.text)")
            #expect(WrittenNumber(answer.text)?.value.description == answer.canonical, "\(text)")
        }
        if let answer = visits({ BoxedReader().answer(in: &$0) }) {
            #expect(answer.text.components(joinedBy: ", ").allSatisfy(holds), "\(text)")
        }
        if let answer = visits({
            ChoiceReader().answer(in: &$0, isComplete: isComplete, choices: problem.choices)
        }) {
            #expect(holds(answer.text), "\(text)")
            #expect(["A", "B", "C", "D"].contains(answer.canonical))
            let place = Int(answer.canonical.utf8.first ?? 0) - 0x41
            let option = ExactTextReader.canonical(answer.text) == problem.choices[place]
            #expect(answer.text.uppercased() == answer.canonical || option, "\(text)")
        }
        if let answer = visits({ ExactTextReader().answer(in: &$0, isComplete: isComplete) }) {
            #expect(holds(answer.text), "\(text)")
            #expect(ExactTextReader.canonical(answer.text) == answer.canonical)
        }
        if let answer = visits({ ExpressionReader().answer(in: &$0, isComplete: isComplete) }) {
            #expect(holds(answer.text), "\(text)")
            #expect(ExpressionReader.parse(answer.canonical)?.description == answer.canonical)
        }
        if let answer = visits({ MathReader().answer(in: &$0, isComplete: isComplete) }) {
            #expect(answer.text.components(joinedBy: ", ").allSatisfy(holds), "\(text)")
            #expect(MathEquivalence.holds(between: answer.text, and: answer.text), "\(text)")
        }
        return found
    }

    private static let visitsPerByte = 30

    @Test(arguments: 0..<8)
    func `hostile replies are read without harm`(part: Int) {
        var generator = RandomGenerator(Seed(2026).child("fuzz", "\(part)"))
        var found = 0
        for _ in 0..<12_500 {
            let text = Self.reply(&generator)
            found += Self.check(text, isComplete: generator.integer(below: 4) > 0)
        }
        #expect(found > 12_500)
    }

    @Test(arguments: [
        "a", "1", "{", "\\boxed{", "4*(", "1,", "\n3. ", "答", "#### 5\n", "x^{", "$-5$ ",
    ])
    func `a megabyte is read without harm`(unit: String) {
        let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
        _ = Self.check(text, isComplete: true)
        #expect(
            Self.check("\(text)\n\\boxed{4*6}", isComplete: false) >= (unit.contains("{") ? 0 : 3)
        )
    }
}

extension String {
    /// Whether the bytes of another text stand in this one.
    fileprivate func contains(bytesOf part: String) -> Bool {
        let (all, wanted) = (Array(utf8), Array(part.utf8))
        guard let first = wanted.first else { return true }
        guard all.count >= wanted.count else { return false }
        return (0...all.count - wanted.count).contains { start in
            all[start] == first && all[start..<start + wanted.count].elementsEqual(wanted)
        }
    }

    /// The parts of a text that a separator joins.
    fileprivate func components(joinedBy separator: String) -> [String] {
        var parts: [[UInt8]] = [[]]
        let (all, cut) = (Array(utf8), Array(separator.utf8))
        var index = 0
        while index < all.count {
            if all[index...].starts(with: cut) {
                parts.append([])
                index += cut.count
            } else {
                parts[parts.count - 1].append(all[index])
                index += 1
            }
        }
        return parts.map { String(decoding: $0, as: UTF8.self) }
    }
}
