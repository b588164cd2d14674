import PonderClient
import PonderCore
import Testing

struct AnswerTokensTests {
    private func tokens(_ texts: [String]) -> [TokenLogProbability] {
        texts.map { TokenLogProbability(text: $0, byteCount: $0.utf8.count, logProbability: -1) }
    }

    private func select(_ texts: [String], _ answer: String, after: Bool) -> [String]? {
        AnswerTokens.select(tokens(texts), text: answer, isAfterThinking: after)?.map(\.text)
    }

    @Test func `tokens of a stop string and of the end are left out`() {
        #expect(select(["a", "b", "\n", "\n", ""], "ab", after: false) == ["a", "b"])
    }

    @Test func `a token that reaches beyond the answer belongs to it`() {
        #expect(select(["a", "b\n"], "ab", after: false) == ["a", "b\n"])
    }

    @Test func `an answer that a server trimmed keeps all its tokens`() {
        #expect(select([" a", "b"], "ab", after: false) == [" a", "b"])
    }

    @Test func `tags around no thinking at all are left out`() {
        #expect(select(["<think>", "</think>", "a", ""], "a", after: false) == ["a"])
    }

    @Test func `the answer after thinking is the last place that spells it`() {
        let texts = ["<think>", "4", "?", "</think>", "4", ""]
        #expect(select(texts, "4", after: true) == ["4"])
        #expect(select(texts, "5", after: true) == nil)
        #expect(select(texts, "", after: true) == [])
    }

    @Test func `tokens that split a character are counted by their bytes`() {
        let halves = [
            TokenLogProbability(text: "\u{fffd}", byteCount: 1, logProbability: -1),
            TokenLogProbability(text: "\u{fffd}", byteCount: 1, logProbability: -1),
        ]
        let all = tokens(["a"]) + halves + tokens(["b", "\n"])
        let selected = AnswerTokens.select(all, text: "aéb", isAfterThinking: false)
        #expect(selected == Array(all[..<4]))
    }

    @Test func `a long run of tokens is not searched without end`() {
        let texts = Array(repeating: "a", count: 1000)
        #expect(select(texts + ["b"] + texts, String(repeating: "b", count: 5), after: true) == nil)
    }
}
