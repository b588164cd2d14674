public import PonderCore

/// Reads the arithmetic expression that a text gives as its answer.
///
/// It stands in the last box, or else after the last "answer:" or "answer is", or a `####` on the last
/// line, or else, in a complete text, on the last line; of several on one line the last counts. Around it may
/// stand words, dollar signs and emphasis, and after it `= 24` and a remark in parentheses. The
/// grammar is strict: whole numbers,
/// `+ - * /` and parentheses, with the signs of Unicode and LaTeX (`×`, `÷`, `−`, `\times`, `\div`,
/// `\frac`). A text that touches a power, a decimal point, a root or a unary minus to its expression
/// has no answer.
///
/// Canonical is the expression with single spaces and no needless parentheses.
public struct ExpressionReader: AnswerReader {
    /// Creates a reader.
    public init() {}

    /// Returns the expression that a text gives as its answer; `nil` if there is none.
    public func answer(in text: String, isComplete: Bool, of problem: Problem) -> Answer? {
        var bytes = TextBytes(text)
        return answer(in: &bytes, isComplete: isComplete)
    }

    /// Returns the answer in counted bytes.
    package func answer(in text: inout TextBytes, isComplete: Bool) -> Answer? {
        guard text.removeThinking() else { return nil }
        let marks = AnswerMarks(scanning: &text)
        if let box = marks.boxes.last { return Self.expression(in: box, of: &text) }
        if let mark = marks.textMark(in: &text) {
            let region = AnswerMarks.sentence(from: mark, in: &text)
            guard isComplete || region.isClosed else { return nil }
            return Self.expression(in: region.range, of: &text)
        }
        guard isComplete, let line = text.lastLine() else { return nil }
        return Self.expression(in: line, of: &text)
    }

    /// Returns the expression of a canonical answer.
    package static func parse(_ canonical: String) -> ArithmeticExpression? {
        var text = TextBytes(canonical)
        return ExpressionParser.parse(ExpressionLexer.tokens(in: 0..<text.count, of: &text)[...])
    }

    /// Returns the last expression among the words of a range.
    private static func expression(in range: Range<Int>, of text: inout TextBytes) -> Answer? {
        let tokens = ExpressionLexer.tokens(in: range, of: &text)
        let runs = tokens.split(whereSeparator: { $0.kind == .other })
        guard var run = runs.last(where: isWorking) else { return nil }
        while run.last?.kind == .open { run.removeLast() }
        while run.first?.kind == .close { run.removeFirst() }
        let side = run.prefix { $0.kind != .equals }
        guard let first = side.first, let last = side.last, isResult(run[side.endIndex...]) else {
            return nil
        }
        let written = first.range.lowerBound..<last.range.upperBound
        guard written.count <= AnswerMarks.lengthLimit,
            let expression = ExpressionParser.parse(side)
        else { return nil }
        return Answer(canonical: expression.description, text: text.text(in: written))
    }

    /// Whether tokens join two numbers or more.
    private static func isWorking(_ run: ArraySlice<ExpressionToken>) -> Bool {
        var numbers = 0
        var hasSign = false
        for token in run {
            switch token.kind {
            case .number: numbers += 1
            case .sign, .fraction, .spoiler: hasSign = true
            default: break
            }
        }
        return numbers > 1 && hasSign
    }

    /// Whether tokens are nothing, or an equals sign and what it is said to give.
    private static func isResult(_ tokens: ArraySlice<ExpressionToken>) -> Bool {
        tokens.dropFirst().allSatisfy { token in
            if case .number = token.kind { return true }
            return token.kind == .spoiler
        }
    }
}
