import Foundation
import PonderCore
import PonderRecord
import PonderReport
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

struct ReportTests {
    /// Collects what an XML parser meets.
    private final class Reader: NSObject, XMLParserDelegate {
        var elements: [String: Int] = [:]
        var attributes: [(name: String, value: String)] = []
        var text = ""

        func parser(
            _ parser: XMLParser,
            didStartElement name: String,
            namespaceURI: String?,
            qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements[name, default: 0] += 1
            self.attributes += attributes.map { ($0.key, $0.value) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }

    /// Parses a page as XML; a page that is not well-formed is a failure.
    private func parse(_ page: String) throws -> Reader {
        let parser = XMLParser(data: Data(page.utf8))
        let reader = Reader()
        parser.delegate = reader
        let isWellFormed = parser.parse()
        #expect(
            isWellFormed,
            "line \(parser.lineNumber): \(String(describing: parser.parserError))"
        )
        return reader
    }

    @Test func `the page is well-formed and every id on it is unique`() throws {
        let reader = try parse(FixtureRun.pageOfTwo)
        let ids = reader.attributes.filter { $0.name == "id" }.map(\.value)
        #expect(ids.count > 20)
        #expect(Set(ids).count == ids.count)
        #expect(reader.elements["h1"] == 1)
    }

    @Test func `the page runs no script and fetches nothing`() throws {
        let page = FixtureRun.page
        let reader = try parse(page)
        #expect(reader.elements["script"] == nil)
        #expect(reader.elements["img"] == nil)
        for (name, value) in reader.attributes where ["src", "href", "xlink:href"].contains(name) {
            #expect(value.hasPrefix("#") || value == "data:,", "\(name)=\(value)")
        }
        #expect(!page.contains("url("))
        #expect(!page.contains("@import"))
        #expect(!page.contains("http://"))
        #expect(!page.contains("https://"))
        #expect(reader.attributes.contains { $0.value.hasPrefix("default-src 'none'") })
    }

    @Test func `each axis has its switch, and FLOPs come first`() throws {
        let reader = try parse(FixtureRun.page)
        #expect(reader.elements["input"] == 5)
        #expect(reader.attributes.count { $0.name == "checked" } == 1)
        // A wide and a narrow drawing for each axis.
        #expect(reader.elements["svg"] == 10)
        let text = reader.text
        let flops = try #require(text.range(of: "FLOPs per problem, log scale"))
        let tokens = try #require(text.range(of: "Output tokens per problem, log scale"))
        #expect(flops.lowerBound < tokens.lowerBound)
    }

    @Test func `rows with a verifier are not ranked on output tokens, and it says why`() throws {
        let reader = try parse(FixtureRun.page)
        let note = try #require(reader.text.range(of: "Not drawn or ranked here: "))
        let rest = reader.text[note.upperBound...]
        #expect(rest.hasPrefix("weighted-vote (draws 8) · verifier: judge; best-of-n"))
        #expect(rest.contains("calls other roles than the policy"))
    }

    @Test func `markup in names, prompts, configs and errors is shown as text`() throws {
        let evil = "<script>alert(\"&'|`\u{1}\n*_[x](y)</script>"
        var log = FixtureRun().log
        log.header.name = evil
        log.header.config = evil
        log.header.tasks[0].name = evil
        log.header.tasks[0].prompt = evil + "\n```\n"
        for row in log.header.rows.indices { log.header.rows[row].task = evil }
        log.results[0].error = evil
        log.header.rows[1].settings["draws"] = .text(evil)
        let reader = try parse(HTMLReport.text([log]))
        #expect(reader.elements["script"] == nil)
        #expect(reader.text.contains("<script>alert(\"&'|`\u{fffd}\n*_[x](y)</script>"))
        let markdown = MarkdownReport.text([log])
        // Only code blocks hold it unescaped, in a fence that it cannot close.
        var fence: Substring?
        for line in markdown.split(separator: "\n") {
            if let open = fence {
                if line == open { fence = nil }
            } else if line.hasPrefix("```") {
                fence = line
            } else {
                #expect(!line.contains("<script>"))
            }
        }
        #expect(fence == nil)
        #expect(markdown.contains("````\n"))
        let picture = try #require(ReportSVG.text([log]))
        #expect(try parse(picture).elements["script"] == nil)
    }

    @Test func `the picture stands alone and is well-formed`() throws {
        let picture = try #require(ReportSVG.text([FixtureRun().log], axis: .cost))
        let reader = try parse(picture)
        #expect(reader.elements["svg"] == 1)
        #expect(reader.elements["desc"] == 1)
        #expect(picture.contains("prefers-color-scheme:dark"))
        #expect(reader.text.contains("US dollars per problem, log scale"))
    }

    @Test func `no runs, and runs without results, still make a page`() throws {
        _ = try parse(HTMLReport.text([]))
        let empty = TinyRun(rows: [TinyRun.row(0, "single")]).log
        let reader = try parse(HTMLReport.text([empty]))
        #expect(reader.text.contains("No row has a scored problem yet."))
        #expect(reader.text.contains("is incomplete: 0 of 2 problems have a result"))
        #expect(reader.elements["svg"] == nil)
        #expect(ReportSVG.text([empty]) == nil)
        #expect(MarkdownReport.text([empty]).contains("There is nothing to chart"))
    }

    @Test func `a run of one problem makes a page without false precision`() throws {
        let run = TinyRun(
            problems: 1,
            rows: [TinyRun.row(0, "single"), TinyRun.row(1, "self-consistency", draws: 2)],
            results: [TinyRun.result(0, correct: 0), TinyRun.result(row: 1, 0, correct: 1)]
        )
        let reader = try parse(HTMLReport.text([run.log]))
        #expect(
            reader.text.contains(
                "inconclusive: difference [unknown, unknown], minimum detectable unknown"
            )
        )
    }

    @Test func `a half-done row is said to be incomplete and is not ranked`() throws {
        var log = FixtureRun().log
        log.results.removeAll { $0.row == 6 && $0.index >= 20 }
        let text = MarkdownReport.text([log])
        #expect(text.contains("is incomplete: 20 of 60 problems have a result."))
        let ranks = try #require(
            text.split(separator: "\n").first {
                $0.hasPrefix("| best-of-n") && $0.hasSuffix("| – | – | – | – | – |")
            }
        )
        #expect(ranks.contains("verifier: judge"))
    }

    @Test func `without shapes and prices those axes are not offered`() throws {
        let log = FixtureRun(knowsShapes: false, knowsPrices: false).log
        let reader = try parse(HTMLReport.text([log]))
        #expect(reader.elements["input"] == 3)
        #expect(!reader.text.contains("FLOPs per problem, log scale"))
        #expect(!reader.text.contains("US dollars per problem, log scale"))
        // Rows with a verifier cannot be ranked on output tokens, so total tokens are compared.
        #expect(reader.text.contains("At equal total tokens, is a row more accurate"))
    }

    @Test func `two runs of one task share its chart and are told apart by name`() throws {
        let reader = try parse(FixtureRun.pageOfTwo)
        #expect(reader.elements["input"] == 5)
        #expect(reader.text.contains("self-consistency · first-look (numbers: draws)"))
        #expect(reader.text.contains("self-consistency · second (numbers: draws)"))
    }

    @Test func `other problems under the same name are another task`() throws {
        var other = FixtureRun(seed: 8, name: "second").log
        other.header.tasks[0].digest = "ffffffffffffffff"
        let reader = try parse(HTMLReport.text([FixtureRun().log, other]))
        #expect(reader.text.contains("sums (problems 0f1e2d3c)"))
        #expect(reader.text.contains("sums (problems ffffffff)"))
        #expect(reader.elements["input"] == 10)
    }

    @Test func `an exceeded cap is a warning at the top`() {
        let run = TinyRun(
            problems: 1,
            rows: [TinyRun.row(0, "single", perProblem: Budget(outputTokens: 5))],
            results: [TinyRun.result(0, correct: 1)]
        )
        #expect(MarkdownReport.text([run.log]).contains("t, single exceeded a cap; see Budgets."))
    }

    @Test func `named difficulties are shown as they are, in order of number`() throws {
        var run = TinyRun(problems: 4, rows: [TinyRun.row(0, "single")])
        run.results = ["10", "2", "2", "1"].enumerated().map { index, difficulty in
            TinyRun.result(index, correct: index % 2, difficulty: difficulty)
        }
        let head = try #require(
            MarkdownReport.text([run.log]).split(separator: "\n").first { $0.contains("(2) |") }
        )
        #expect(head == "| Row | 1 (1) | 2 (2) | 10 (1) |")
    }
}
