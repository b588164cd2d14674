import PonderClient
import PonderCore
import Testing

struct ThinkingSplitterTests {
    private func split(_ pieces: [String], tags: ThinkingTags = ThinkingTags()) -> [String] {
        var splitter = ThinkingSplitter(tags: tags)
        let deltas = pieces.flatMap { splitter.feed($0) } + splitter.finish()
        return deltas.reduce(into: ["", ""]) { parts, delta in
            switch delta {
            case .thinking(let more): parts[0] += more
            case .text(let more): parts[1] += more
            }
        }
    }

    @Test(arguments: [
        ("<think>a</think>b", ["a", "b"]), (" \n<think>a</think>\n\nb", ["a", "\n\nb"]),
        ("no tags", ["", "no tags"]), ("  <b>", ["", "  <b>"]), ("<think>a", ["a", ""]),
        ("<think></think>b", ["", "b"]), ("b <think>a</think>", ["", "b <think>a</think>"]),
        ("<think>a</think>b</think>c", ["a", "b</think>c"]), ("", ["", ""]),
        ("<thi", ["", "<thi"]),
        ("<think>é</thin</think>", ["é</thin", ""]), ("<think>a</thin", ["a</thin", ""]),
        ("   ", ["", "   "]),
    ])
    func `thinking and answer are told apart wherever the text is cut`(
        text: String,
        expected: [String]
    ) {
        #expect(split([text]) == expected)
        #expect(split(text.map(String.init)) == expected)
        for index in text.indices {
            #expect(split([String(text[..<index]), String(text[index...])]) == expected)
        }
    }

    @Test(arguments: [
        ("a</think>b", ["a", "b"]), ("<think>a</think>b", ["a", "b"]), ("a", ["a", ""]),
    ])
    func `a template may have begun the thinking`(text: String, expected: [String]) {
        #expect(split(text.map(String.init), tags: ThinkingTags(startsInside: true)) == expected)
    }

    @Test func `tags can be any words`() {
        let tags = ThinkingTags(opening: "[T]", closing: "[/T]")
        #expect(split(["[T]a[", "/T]b"], tags: tags) == ["a", "b"])
    }

    @Test func `what is certain is passed on at once`() {
        var splitter = ThinkingSplitter(tags: ThinkingTags())
        #expect(splitter.feed("<think>abc<") == [.thinking("abc")])
        #expect(splitter.feed("d") == [.thinking("<d")])
        #expect(splitter.feed("</think>e") == [.text("e")])
    }
}
